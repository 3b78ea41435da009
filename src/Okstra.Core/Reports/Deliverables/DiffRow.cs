namespace Okstra.Core.Reports.Deliverables;

/// <summary>A row of <c>Diff summary</c>.</summary>
/// <param name="Path">Changed file.</param>
/// <param name="Change">How it changed, as <c>git diff --stat</c> or a word says.</param>
public sealed record DiffRow(string Path, string Change);
