namespace Okstra.Core.Simulation;

/// <summary>How well a verifier tells right from wrong.</summary>
/// <param name="Name">Token on the command line and in the answer.</param>
/// <param name="Tpr">Probability that it confirms a true finding.</param>
/// <param name="Tnr">Probability that it rejects a false finding.</param>
public sealed record VerifierProfile(string Name, double Tpr, double Tnr)
{
    public const string CustomName = "custom";

    /// <summary>Judges confirm nearly everything (arXiv 2510.11822: TPR above 96 %, TNR below 25 %).</summary>
    public static VerifierProfile Agreeable { get; } = new("agreeable", 0.96, 0.25);

    /// <summary>Verifiers that must cite; TNR solved from 45 % false findings before and 7 % after adversarial validation.</summary>
    public static VerifierProfile EvidenceObliged { get; } = new("evidence-obliged", 0.95, 0.91);

    /// <summary>Verifiers with a static analyser or a test at hand (arXiv 2601.18844: 94 to 98 % of the false alarms removed).</summary>
    public static VerifierProfile OracleAssisted { get; } = new("oracle-assisted", 0.95, 0.96);

    public static IReadOnlyList<VerifierProfile> All { get; } = [Agreeable, EvidenceObliged, OracleAssisted];

    private double TrueThreshold { get; } = NormalQuantile.Of(Tpr);

    private double FalseThreshold { get; } = NormalQuantile.Of(1 - Tnr);

    /// <summary>Whether a verifier with this doubt confirms the finding.</summary>
    /// <param name="isTrue">What the finding really is.</param>
    /// <param name="doubt">Standard normal; verifiers share part of it.</param>
    public bool Confirms(bool isTrue, double doubt) => doubt < (isTrue ? TrueThreshold : FalseThreshold);
}
