using Okstra.Core.HandOff;

namespace Okstra.Cli.Output;

/// <summary><c>okstra handoff assemble</c> (R-OPN-40).</summary>
internal sealed record AssembleAnswer
{
    public required bool Ok { get; init; }

    public required string GroupId { get; init; }

    /// <summary>Without <c>refs/heads/</c>.</summary>
    public required string Branch { get; init; }

    /// <summary>Absolute.</summary>
    public required string WorktreePath { get; init; }

    /// <summary>The base branch as git names it.</summary>
    public required string Base { get; init; }

    /// <summary>Full id.</summary>
    public required string BaseSha { get; init; }

    /// <summary>In the order they were merged.</summary>
    public required IReadOnlyList<MergedStage> Merged { get; init; }

    /// <summary>Full id.</summary>
    public required string HeadSha { get; init; }
}
