using Okstra.Core.Reports.Importing;

namespace Okstra.Cli.Output;

/// <summary>Answer of <c>finish</c>.</summary>
internal sealed record RunFinishAnswer
{
    public required string TaskKey { get; init; }

    public required string TaskType { get; init; }

    public required string Seq { get; init; }

    /// <summary>How the run ended; null while its report cannot be read in.</summary>
    public required string? Status { get; init; }

    /// <summary>Stage that is recorded as done; null when none is.</summary>
    public required int? Stage { get; init; }

    public required string? HeadSha { get; init; }

    /// <summary>Phase the report recommends next, or <c>done</c>.</summary>
    public required string? Routing { get; init; }

    public required ReportPaths Report { get; init; }

    public required IReadOnlyList<ImportProblem> Problems { get; init; }

    /// <summary>Null while the report cannot be read in.</summary>
    public required ValidationLine? Validation { get; init; }
}
