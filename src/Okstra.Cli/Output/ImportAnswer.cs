using Okstra.Core.Reports.Importing;

namespace Okstra.Cli.Output;

/// <summary>Answer of <c>report import</c>.</summary>
internal sealed record ImportAnswer
{
    public required string TaskKey { get; init; }

    public required string TaskType { get; init; }

    public required string Seq { get; init; }

    /// <summary>The Markdown could be read.</summary>
    public required bool Imported { get; init; }

    /// <summary>The data document is another one than before, or would be with <c>--check</c>.</summary>
    public required bool Changed { get; init; }

    public required ReportPaths Report { get; init; }

    /// <summary>Where the data document of before is kept; null when nothing was replaced.</summary>
    public required string? Kept { get; init; }

    public required IReadOnlyList<ImportProblem> Problems { get; init; }

    /// <summary>Null when nothing was written.</summary>
    public required ValidationLine? Validation { get; init; }
}
