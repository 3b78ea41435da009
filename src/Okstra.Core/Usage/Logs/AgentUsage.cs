namespace Okstra.Core.Usage.Logs;

/// <summary>What the session logs of one agent CLI say it used; each billed response counts once (R-REP-76).</summary>
public sealed record AgentUsage
{
    /// <summary>Driver id: <c>claude</c>, <c>codex</c>, <c>gemini</c>.</summary>
    public required string Agent { get; init; }

    /// <summary>Names of <see cref="UsageRow.Values"/>, in order, as other programs know them: <c>input</c>, <c>cache_creation_1h</c>.</summary>
    public required IReadOnlyList<string> Counters { get; init; }

    /// <summary>One for each session × model × day × kind; their sums are every other view.</summary>
    public required IReadOnlyList<UsageRow> Rows { get; init; }

    /// <summary>Every session found, also those without a counted response.</summary>
    public required IReadOnlyList<SessionFacts> Sessions { get; init; }

    /// <summary>What could not be read or is not certain; nothing is left out silently.</summary>
    public required IReadOnlyList<ScanNote> Notes { get; init; }
}
