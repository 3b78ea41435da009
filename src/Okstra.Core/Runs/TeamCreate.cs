namespace Okstra.Core.Runs;

/// <summary>Outcome of team creation, recorded before any dispatch (R-LAY-70, R-LAY-71).</summary>
public sealed record TeamCreate
{
    public required bool Attempted { get; init; }

    /// <summary><c>ok</c>, <c>error</c> or <c>skipped</c>.</summary>
    public required string Status { get; init; }

    public string? Error { get; init; }

    public string? Reason { get; init; }

    /// <summary>The engine is the lead: there is no team to create (design: two leads).</summary>
    public static TeamCreate NativeLead { get; } = new() { Attempted = false, Status = "skipped", Reason = "native-lead" };
}
