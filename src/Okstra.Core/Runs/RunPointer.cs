namespace Okstra.Core.Runs;

/// <summary>The part of a run manifest that says which run it is; every run manifest has these members.</summary>
public sealed record RunPointer
{
    public required string TaskKey { get; init; }

    public required string TaskType { get; init; }

    public required CategorySeqs Seqs { get; init; }
}
