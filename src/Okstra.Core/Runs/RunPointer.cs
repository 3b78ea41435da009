namespace Okstra.Core.Runs;

/// <summary>The part of a run manifest that says which run it is; every run manifest has these members.</summary>
public sealed record RunPointer
{
    public required string TaskKey { get; init; }

    public required string TaskType { get; init; }

    /// <summary>Counter of each artifact category, see <see cref="CategorySeqs.ToDictionary"/>.</summary>
    public required IReadOnlyDictionary<string, string> Sequences { get; init; }
}
