namespace Okstra.Engine.HandOff;

/// <summary>What was recorded of a pull request.</summary>
/// <param name="Stages">Ascending.</param>
/// <param name="Branch">Without <c>refs/heads/</c>.</param>
/// <param name="Url">Absolute, http or https.</param>
/// <param name="AlreadyRecorded">Nothing had to be written.</param>
public sealed record PullRequestRecord(IReadOnlyList<int> Stages, string Branch, string Url, bool AlreadyRecorded);
