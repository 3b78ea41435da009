using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Workers;

namespace Okstra.Core.Reports;

/// <summary>Wire tokens of the closed vocabularies, which stay as they are in every language.</summary>
public static class Tokens
{
    public static string Of(FindingClass value) => value.Token();

    public static string Of(WorkerStatus value) => value.Token();

    public static string Of(Vote value) => value.Token();

    public static string Of(Severity value) => value switch
    {
        Severity.Critical => "critical",
        Severity.Major => "major",
        Severity.Minor => "minor",
        _ => "info",
    };

    public static string Of(CitationVerdict value) => value switch
    {
        CitationVerdict.Holds => "holds",
        CitationVerdict.Moved => "moved",
        CitationVerdict.Fails => "fails",
        _ => "unchecked",
    };
}
