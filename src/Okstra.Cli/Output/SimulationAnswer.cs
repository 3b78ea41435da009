using Okstra.Core.Simulation;

namespace Okstra.Cli.Output;

/// <summary><c>okstra simulate --json</c>.</summary>
internal sealed record SimulationAnswer
{
    public required ulong Seed { get; init; }

    public required int Changes { get; init; }

    public required int Workers { get; init; }

    public required int Rounds { get; init; }

    public required double EmptyRate { get; init; }

    public required double CommonShock { get; init; }

    public required string Note { get; init; }

    public required IReadOnlyList<SimulatedCaseLine> Cases { get; init; }

    /// <summary>Absolute; null without <c>--html</c>.</summary>
    public required string? Html { get; init; }

    public static SimulationAnswer Of(SimulationSettings settings, IReadOnlyList<CaseResult> results, string? html) => new()
    {
        Seed = settings.Seed,
        Changes = settings.Changes,
        Workers = settings.Workers,
        Rounds = settings.Rounds,
        EmptyRate = settings.EmptyRate,
        CommonShock = settings.CommonShock,
        Note = ModelNote.Text,
        Cases = [.. results.Select(result => SimulatedCaseLine.Of(result, settings.Workers))],
        Html = html,
    };
}
