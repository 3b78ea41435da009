namespace Okstra.Core.Simulation;

/// <summary>What every answer of the simulator says about itself.</summary>
public static class ModelNote
{
    public const string Text =
        "This is a model, not evidence about real LLMs. Its parameters are borrowed: defects per change from SWR-Bench (arXiv 2509.01494), agreeable verifiers from arXiv 2510.11822, "
        + "oracle-assisted ones from arXiv 2601.18844, evidence-obliged ones solved from a published drop of false findings from 45 % to 7 %. Verifier errors are exchangeable, severity is ignored, "
        + "and a Gaussian copula understates joint failure (arXiv 2606.27288): see --common-shock.";
}
