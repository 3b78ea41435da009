namespace Okstra.Core.Convergence;

/// <summary>Tokens of <see cref="SettlementOutcome"/>.</summary>
public static class SettlementOutcomes
{
    public static string Token(this SettlementOutcome outcome) => outcome switch
    {
        SettlementOutcome.Reproduced => "REPRODUCED",
        SettlementOutcome.NotReproduced => "NOT_REPRODUCED",
        SettlementOutcome.Undecidable => "UNDECIDABLE",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "not an outcome"),
    };

    /// <summary>How often each outcome stands in the state; always all three tokens.</summary>
    public static IReadOnlyDictionary<string, int> Counts(IReadOnlyList<ConvergedFinding> findings) =>
        Enum.GetValues<SettlementOutcome>().ToDictionary(Token, outcome => findings.Count(finding => finding.Settlement?.Outcome == outcome), StringComparer.Ordinal);
}
