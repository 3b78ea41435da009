namespace Okstra.Core.Approvals;

/// <summary>A part of what an approval covers.</summary>
/// <param name="Name">Heading of the section, <c>frontmatter</c>, or <c>data: plan.…</c>.</param>
/// <param name="Text">Normalised.</param>
public sealed record PlanPart(string Name, string Text);
