using Okstra.Core.Problems;
using Okstra.Core.Reports;

namespace Okstra.Engine.Bills;

/// <summary>The order of phase 7 (R-REP-78): the collector comes before follow-ups are made and before anything is persisted.</summary>
internal static class CollectedTokens
{
    /// <exception cref="UserErrorException">The report still waits for the collector.</exception>
    public static void Require(string report, string path)
    {
        if (TokenPlaceholders.In(report) is { Count: > 0 } open)
        {
            throw new UserErrorException("OKS0946", $"the token usage of this run is not collected: '{path}' still has {string.Join(", ", open)}", "first okstra token-usage <team-state> --write-team-state --substitute-final-report, then this command again");
        }
    }
}
