namespace Okstra.Engine.Clarifications;

/// <summary>Where the questions of a run stand.</summary>
/// <param name="TaskKey">The task.</param>
/// <param name="Run"><c>error-analysis-001</c>.</param>
/// <param name="Report">The Markdown report, absolute; never changed.</param>
/// <param name="Answered">The copy with the answers, absolute; null while there is none.</param>
/// <param name="Open">In the order of the report.</param>
/// <param name="Settled">In the order of the report.</param>
public sealed record ClarificationState(string TaskKey, string Run, string Report, string? Answered, IReadOnlyList<OpenQuestion> Open, IReadOnlyList<SettledQuestion> Settled);
