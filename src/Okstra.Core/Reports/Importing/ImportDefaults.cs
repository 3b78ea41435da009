using Okstra.Core.Convergence;
using Okstra.Core.Text;
using Okstra.Core.Workers;

namespace Okstra.Core.Reports.Importing;

/// <summary>What the run knows and the Markdown need not say.</summary>
public sealed record ImportDefaults
{
    /// <summary>Task key, task type and seq that the report has to be of; null takes the report's own word.</summary>
    public ReportIdentity? Identity { get; init; }

    public int? Stage { get; init; }

    public ReportLanguage? Language { get; init; }

    public string Author { get; init; } = "";

    public string GeneratedAt { get; init; } = "";

    public string TaskDate { get; init; } = "";

    public string? BaseSha { get; init; }

    public string? HeadSha { get; init; }

    public string WorktreeStatus { get; init; } = "";

    public string? WorktreeNote { get; init; }

    public string? SourceReport { get; init; }

    public string? VerificationScope { get; init; }

    /// <summary>Vendors of the workers.</summary>
    public IReadOnlyList<RosterEntry> Roster { get; init; } = [];

    /// <summary>Null when the run had none.</summary>
    public ConvergenceConfig? Convergence { get; init; }
}
