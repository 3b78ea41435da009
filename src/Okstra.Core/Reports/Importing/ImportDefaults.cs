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

    /// <summary>Configuration of the run; null when it had none.</summary>
    public ConvergenceConfig? Convergence { get; init; }

    /// <summary>Convergence state of the run, which has what tables do not show; null without one.</summary>
    public ConvergenceDocument? State { get; init; }

    /// <summary>Relative path → SHA-256 of the documents behind these values.</summary>
    public IReadOnlyDictionary<string, string> DocumentHashes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
