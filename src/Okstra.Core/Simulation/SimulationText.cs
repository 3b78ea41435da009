using System.Globalization;

namespace Okstra.Core.Simulation;

/// <summary>The figures in words, the same on the terminal and on the page.</summary>
public static class SimulationText
{
    /// <summary>Of the table; text in the first two, numbers in the others.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["policy", "verifier", "precision", "recall", "F1", "findings/change", "calls/change", "F1/call"];

    public static IReadOnlyList<string> Row(PolicyResult result) =>
    [
        result.Policy.Name,
        result.Policy.Verifier?.Name ?? "-",
        Number(result.Precision, "F3"),
        Number(result.Recall, "F3"),
        Number(result.F1, "F3"),
        Number(result.FindingsPerChange, "F2"),
        Number(result.CallsPerChange, "F2"),
        result.F1PerCall is { } worth ? Number(worth, "F3") : "-",
    ];

    public static string Case(SimulatedCase simulated, int workers) => string.Create(
        CultureInfo.InvariantCulture,
        $"detection {simulated.Detection:0.###}, {simulated.FalseFindings:0.###} false findings per worker and change (precision of one {simulated.PrecisionOfOne(workers):F2}), rho {simulated.Rho:0.###}, shared {simulated.Shared:0.###}; {workers} workers are worth n_eff {simulated.EffectiveVotes(workers):F2} independent votes");

    public static string Settings(SimulationSettings settings) => string.Create(
        CultureInfo.InvariantCulture,
        $"seed {settings.Seed}, {settings.Changes} changes per case, {settings.Workers} workers, {settings.Rounds} {(settings.Rounds == 1 ? "round" : "rounds")}, empty answers {settings.EmptyRate:0.###}, common shock {settings.CommonShock:0.###}");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
