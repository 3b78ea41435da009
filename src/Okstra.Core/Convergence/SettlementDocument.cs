namespace Okstra.Core.Convergence;

/// <summary><c>state/settlements-&lt;task-type&gt;-&lt;seq&gt;.json</c>: the commands that were run to settle contested findings; grows by one command at a time.</summary>
public sealed record SettlementDocument
{
    public int SchemaVersion { get; init; } = 1;

    /// <summary>Relative path → SHA-256 of the documents that left the findings contested.</summary>
    public required IReadOnlyDictionary<string, string> Inputs { get; init; }

    /// <summary>Full id of the commit everything was run at: the inspected commit.</summary>
    public required string Commit { get; init; }

    /// <summary>Nothing is left to run.</summary>
    public required bool Finished { get; init; }

    public required IReadOnlyList<SettlementCommand> Commands { get; init; }

    public required IReadOnlyList<SettlementRefusal> Refusals { get; init; }
}
