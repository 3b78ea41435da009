namespace Okstra.Core.Runs;

/// <summary>Outcome of team creation, recorded before any dispatch (R-LAY-70, R-LAY-71).</summary>
public sealed record TeamCreate
{
    public required bool Attempted { get; init; }

    /// <summary><c>ok</c>, <c>error</c> or <c>skipped</c>; <c>open</c> until a session lead has tried.</summary>
    public required string Status { get; init; }

    public string? Error { get; init; }

    public string? Reason { get; init; }

    /// <summary>Another run of the task has the team's place: no team, background dispatch (R-WT-49).</summary>
    public static TeamCreate ConcurrentRun { get; } = new() { Attempted = false, Status = "skipped", Reason = "concurrent-run" };

    /// <summary>The session that leads has not come to it yet; it records the outcome before any dispatch (R-LAY-71).</summary>
    public static TeamCreate Open { get; } = new() { Attempted = false, Status = "open" };

    /// <summary>A phase without workers has no team (R-CON-43).</summary>
    public static TeamCreate SingleLead { get; } = new() { Attempted = false, Status = "skipped", Reason = "single-lead" };

    /// <summary>The engine is the lead: there is no team to create (design: two leads).</summary>
    public static TeamCreate NativeLead { get; } = new() { Attempted = false, Status = "skipped", Reason = "native-lead" };
}
