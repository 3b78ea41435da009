namespace Okstra.Core.Runs;

/// <summary>What a bundle freezes, so that a run can be explained a year later (design: state on disk).</summary>
public sealed record FrozenInputs
{
    /// <summary>Full commit id of the base; null outside git.</summary>
    public required string? BaseCommit { get; init; }

    /// <summary>Full id of the commit whose tree the workers read; null outside git.</summary>
    public required string? InspectedCommit { get; init; }

    /// <summary>Uncommitted files in the checkout at preparation, which the workers do not see.</summary>
    public required int UncommittedFiles { get; init; }

    /// <summary>Absolute path the brief came from.</summary>
    public required string BriefPath { get; init; }

    public required string BriefSha256 { get; init; }

    /// <summary>Of the expanded profile.</summary>
    public required string ProfileSha256 { get; init; }

    /// <summary>SHA-256 over all shipped texts.</summary>
    public required string AssetVersion { get; init; }

    /// <summary>UTC, ISO-8601 with seconds.</summary>
    public required string PreparedAt { get; init; }
}
