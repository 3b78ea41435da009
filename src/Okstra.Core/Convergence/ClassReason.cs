using System.Globalization;
using Okstra.Core.Findings;

namespace Okstra.Core.Convergence;

/// <summary>Why a finding has its class, in one stable English sentence.</summary>
public static class ClassReason
{
    public static string Of(FindingState finding, FindingClass classification, ConvergenceInput input) =>
        input.Config.Policy == ConvergencePolicy.Classic ? Classic(finding, classification, input) : ByEvidence(finding, classification, input);

    private static string Classic(FindingState finding, FindingClass classification, ConvergenceInput input) => classification switch
    {
        FindingClass.FullConsensus when finding.Votes.Count == 0 => $"All {Number(input.V.Count)} workers raised it; nobody examined it again.",
        FindingClass.FullConsensus => $"All {Number(input.V.Count)} workers support it.",
        FindingClass.PartialConsensus => $"{Number(input.V.Count(finding.Supporters.Contains))} of {Number(input.V.Count)} workers support it against {Number(finding.Dissenters.Count)}.",
        FindingClass.WorkerUnique when !input.LoopRuns => "Nobody else examined it.",
        FindingClass.WorkerUnique => "One worker supports it; every other worker could neither confirm nor refute it.",
        _ => $"No majority: {Number(finding.Supporters.Count)} for it, {Number(finding.Dissenters.Count)} against, and no further round.",
    };

    private static string ByEvidence(FindingState finding, FindingClass classification, ConvergenceInput input) => classification switch
    {
        FindingClass.FullConsensus => $"All {Number(input.V.Count)} workers support it, a refuter agreed with evidence that holds, and no veto stands.",
        FindingClass.PartialConsensus => $"{Number(input.V.Count(finding.Supporters.Contains))} of {Number(input.V.Count)} workers support it, a refuter agreed with evidence that holds, and no veto stands.",
        FindingClass.WorkerUnique when !input.LoopRuns => "Its evidence holds, but nobody else examined it.",
        FindingClass.WorkerUnique when With(finding, input, Vote.Concern) is { Count: > 0 } concerned =>
            $"One worker supports it with evidence that holds; nobody else could confirm or refute it, and a concern without evidence was dropped ({string.Join(", ", concerned)}).",
        FindingClass.WorkerUnique => "One worker supports it with evidence that holds; every other worker could neither confirm nor refute it.",
        FindingClass.Withdrawn => "Everyone who had supported it gave it up.",
        _ => Contested(finding, input),
    };

    private static string Contested(FindingState finding, ConvergenceInput input)
    {
        if (finding.Dissenters.Count > 0)
        {
            return $"A veto with evidence that holds stands ({string.Join(", ", finding.Dissenters)}).";
        }

        if (!finding.CarriedBySupporter)
        {
            return "No supporter cites evidence that holds.";
        }

        var failed = With(finding, input, Vote.VerificationError);
        if (failed.Count > 0)
        {
            return $"Re-verification failed for {string.Join(", ", failed)}, so it was never settled.";
        }

        var concerned = With(finding, input, Vote.Concern);
        return concerned.Count > 0
            ? $"No refuter confirmed it with evidence that holds; a concern without evidence was raised ({string.Join(", ", concerned)})."
            : "No refuter confirmed it with evidence that holds.";
    }

    private static List<string> With(FindingState finding, ConvergenceInput input, Vote counted) =>
        [.. input.V.Where(worker => finding.LatestOf(worker)?.Counted == counted)];

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
