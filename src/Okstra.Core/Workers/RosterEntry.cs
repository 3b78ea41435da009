namespace Okstra.Core.Workers;

/// <summary>One place in a run's roster.</summary>
public sealed record RosterEntry
{
    /// <summary>Stable id inside the run: <c>claude</c>, <c>codex</c>, <c>gemini</c>, <c>report-writer</c>, <c>auditor-trace</c>, … or a scripted name.</summary>
    public required string Worker { get; init; }

    /// <summary>Role name of R-CON-37: <c>Claude worker</c>, <c>Report writer worker</c>, …</summary>
    public required string Role { get; init; }

    /// <summary>Id of the driver that runs it.</summary>
    public required string Driver { get; init; }

    /// <summary>Who made the model: <c>anthropic</c>, <c>openai</c>, <c>google</c>, <c>okstra</c>, …; equal vendors are one family.</summary>
    public required string Vendor { get; init; }

    public required ModelAssignment Model { get; init; }

    /// <summary>Name on dispatch: <c>claude-worker</c>, <c>report-writer</c> (R-WRK-25).</summary>
    public required string AgentName { get; init; }

    /// <summary>False for the report writer, which neither analyses nor votes (R-CVG-06).</summary>
    public bool IsAnalyst { get; init; } = true;

    /// <summary>The one that edits and commits in an implementation run (R-CON-41).</summary>
    public bool IsExecutor { get; init; }

    /// <summary>Checks what the executor committed; it is no analyst, its prompt is written when there is something to check (R-CON-42).</summary>
    public bool IsVerifier { get; init; }

    /// <summary>True for an auditor that joins an agent run: refuter and veto, but not counted in V (design: workers).</summary>
    public bool IsExtraVoter { get; init; }
}
