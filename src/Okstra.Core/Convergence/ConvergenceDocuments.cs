using Okstra.Core.Findings;
using Okstra.Core.Sources;
using Okstra.Core.Tasks;

namespace Okstra.Core.Convergence;

/// <summary>Writes the state document of a finished convergence.</summary>
public static class ConvergenceDocuments
{
    /// <summary>Findings come in report order (see <see cref="FindingOrder"/>).</summary>
    /// <param name="state">Finished; unfinished findings would have no class.</param>
    /// <param name="taskKey">As in the manifest.</param>
    /// <param name="taskType">Decides whether frames lead.</param>
    /// <param name="seq">Of the run.</param>
    /// <param name="inputs">Relative path → SHA-256 of what the state was folded from.</param>
    /// <param name="frames">Frames of the brief that lie in the repository, innermost first.</param>
    public static ConvergenceDocument Compose(
        ConvergenceState state,
        string taskKey,
        TaskType taskType,
        string seq,
        IReadOnlyDictionary<string, string> inputs,
        IReadOnlyList<SourcePlace> frames)
    {
        if (!state.Finished)
        {
            throw new InvalidOperationException($"convergence of {taskKey} still has round {state.NextRound} to run");
        }

        var findings = FindingOrder.Sort([.. state.Findings.Select(finding => Converged(finding, state.Input))], taskType, frames);
        return new ConvergenceDocument
        {
            TaskKey = taskKey,
            TaskType = taskType.Token(),
            Seq = seq,
            Inputs = inputs,
            Config = state.Input.Config,
            Voters = [.. state.Input.Voters.OrderBy(voter => voter.Worker, StringComparer.Ordinal)],
            Findings = findings,
            RoundHistory = state.RoundHistory,
            Round2SkippedReason = state.Round2SkippedReason,
            Round3SkippedReason = state.Round3SkippedReason,
            SkippedWorkers = state.SkippedWorkers,
            Violations = state.Violations,
            FinalClassificationCounts = Enum.GetValues<FindingClass>()
                .ToDictionary(classification => classification.Token(), classification => findings.Count(finding => finding.Classification == classification), StringComparer.Ordinal),
            ReducedConfidence = !state.Input.LoopRuns,
        };
    }

    private static ConvergedFinding Converged(FindingState finding, ConvergenceInput input) => new()
    {
        // The flag goes once a supporter has supplied evidence that holds.
        Finding = finding.Finding with { Unsupported = finding.Finding.Unsupported && !finding.CarriedBySupporter },
        Classification = finding.Classification!.Value,
        ConfirmedInRound = finding.ConfirmedInRound,
        Votes = finding.Votes,
        Supporters = finding.Supporters,
        Dissenters = finding.Dissenters,
        SameFamily = IsSameFamily(finding, input),
        Reason = finding.Reason,
        Settlement = finding.Settlement,
    };

    // An author's part is its finding; a voter's is its latest vote, whoever gave it.
    private static string VendorOf(Voter voter, FindingState finding) =>
        finding.Finding.Authors.Contains(voter.Worker, StringComparer.Ordinal) ? voter.Vendor : finding.LatestOf(voter.Worker)?.Vendor ?? voter.Vendor;

    // A consensus is made by its supporters; every other class by everybody who took part and did not fail.
    private static bool IsSameFamily(FindingState finding, ConvergenceInput input)
    {
        if (finding.Settlement is { Outcome: SettlementOutcome.Reproduced })
        {
            // Its supporters and the run of its command made the class.
            return input.Voters.Where(voter => finding.Supporters.Contains(voter.Worker)).All(voter => voter.Vendor == Settlement.Vendor);
        }

        var makers = finding.Classification is FindingClass.FullConsensus or FindingClass.PartialConsensus
            ? finding.Supporters.AsEnumerable()
            : finding.Finding.Authors.Concat(finding.Votes.Where(vote => vote.Counted != Vote.VerificationError).Select(vote => vote.Worker));
        var names = makers.ToHashSet(StringComparer.Ordinal);
        return input.Voters.Where(voter => names.Contains(voter.Worker)).Select(voter => VendorOf(voter, finding)).Distinct(StringComparer.Ordinal).Count() == 1;
    }
}
