namespace Okstra.Core.Reports.Deliverables;

/// <summary>Section 4.6 of a release hand-off (R-REP-65…73); the cited report's path is a member of the report itself.</summary>
public sealed record HandOffSection
{
    /// <summary>The cited report's <c>Verdict Token</c> row, literally.</summary>
    public required string VerdictRow { get; init; }

    /// <summary>From <c>git rev-parse --abbrev-ref HEAD</c>.</summary>
    public required string Branch { get; init; }

    /// <summary>Output of <c>git status --short</c> at the start; empty when clean.</summary>
    public required string WorkingTree { get; init; }

    public required IReadOnlyList<UserSelection> Selections { get; init; }

    public required IReadOnlyList<CommandRun> Commands { get; init; }

    public required IReadOnlyList<HandOffCommit> Commits { get; init; }

    public required PullRequestOutcome PullRequest { get; init; }

    /// <summary>After <c>skip</c> or <c>cancel</c>: whether to come back; otherwise empty.</summary>
    public required string ReEntryAdvice { get; init; }
}
