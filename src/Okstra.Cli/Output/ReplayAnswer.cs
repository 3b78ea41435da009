using Okstra.Core.Convergence;

namespace Okstra.Cli.Output;

/// <summary><c>okstra converge replay --json</c>.</summary>
internal sealed record ReplayAnswer
{
    public required string TaskKey { get; init; }

    public required string TaskType { get; init; }

    public required string Seq { get; init; }

    /// <summary>The state document, absolute.</summary>
    public required string State { get; init; }

    public required ReplayRules Then { get; init; }

    public required ReplayRules Now { get; init; }

    public required IReadOnlyList<ReplayLine> Findings { get; init; }

    /// <summary>Asks that other rules would put and nobody answered.</summary>
    public required IReadOnlyList<MissingAsk> Missing { get; init; }

    /// <summary>Dispatches those would need, at least.</summary>
    public required int NewCalls { get; init; }
}
