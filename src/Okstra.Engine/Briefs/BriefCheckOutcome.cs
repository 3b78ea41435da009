using Okstra.Core.Briefs;

namespace Okstra.Engine.Briefs;

/// <summary>What a check found; <c>okstra brief check --json</c>.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Type">Name of the form it was held against.</param>
/// <param name="TaskKey">Task it was held against; null when it names none.</param>
/// <param name="Ok">There is no error; warnings are allowed.</param>
/// <param name="Issues">In the order of their places.</param>
public sealed record BriefCheckOutcome(string Path, string Type, string? TaskKey, bool Ok, IReadOnlyList<BriefIssue> Issues)
{
    internal static BriefCheckOutcome Of(string path, BriefForm form, string? taskKey, IReadOnlyList<BriefIssue> issues) =>
        new(path, form.Name, taskKey, !issues.Any(issue => issue.Level == BriefLevel.Error), issues);
}
