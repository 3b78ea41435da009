namespace Okstra.Cli.Output;

/// <summary><c>okstra handoff record-pr</c>.</summary>
/// <param name="Ok">Always true.</param>
/// <param name="Stages">Ascending.</param>
/// <param name="Branch">Head branch of the pull request.</param>
/// <param name="Url">Its address.</param>
/// <param name="AlreadyRecorded">Nothing had to be written.</param>
internal sealed record PullRequestAnswer(bool Ok, IReadOnlyList<int> Stages, string Branch, string Url, bool AlreadyRecorded);
