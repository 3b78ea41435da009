using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Workers;

namespace Okstra.Core.Simulation;

/// <summary>Sends a simulated change through the engine's own planning, counting and classification; no rule about votes or classes lives here.</summary>
public static class SimulatedConvergence
{
    /// <summary>The finished state: findings in the order of the change, ids as <see cref="SimulatedRoster.IdOf"/> gives them.</summary>
    public static ConvergenceState Run(SimulatedChange change, SimulatedRoster roster, ConvergenceConfig config, VerifierProfile profile)
    {
        var input = new ConvergenceInput(config, roster.Voters[change.Usable], [.. change.Findings.Select((finding, index) => roster.Finding(index, finding.Raisers))]);
        var findings = change.Findings.Select((finding, index) => KeyValuePair.Create(SimulatedRoster.IdOf(index), finding)).ToDictionary(StringComparer.Ordinal);
        var rounds = new List<RoundResult>();
        var state = ConvergenceFold.Run(input, rounds);
        while (state.NextRound is { } round)
        {
            rounds.Add(new RoundResult(round, "", "", [.. RoundPlanning.Plan(state).Select(batch => Answer(batch, change, findings, roster, profile))]));
            state = ConvergenceFold.Run(input, rounds);
        }

        return state;
    }

    /// <summary>Kept are the findings that several workers stand behind.</summary>
    public static bool IsAccepted(FindingClass? classification) => classification is FindingClass.FullConsensus or FindingClass.PartialConsensus;

    /// <summary>The engine's configuration of a rule.</summary>
    public static ConvergenceConfig ConfigOf(AcceptanceRule rule, int rounds) => new()
    {
        Enabled = true,
        RequestedMaxRounds = rounds,
        EffectiveMaxRounds = rounds,
        VerificationMode = ConvergenceRules.VerificationModes[0],
        Policy = rule == AcceptanceRule.Classic ? ConvergencePolicy.Classic : ConvergencePolicy.Evidence,
    };

    private static BatchResult Answer(Batch batch, SimulatedChange change, Dictionary<string, SimulatedFinding> findings, SimulatedRoster roster, VerifierProfile profile)
    {
        var worker = roster.IndexOf(batch.Worker);
        var empty = change.IsEmptyVote(worker, batch.Round);
        return new BatchResult
        {
            Worker = batch.Worker,
            Batch = batch.Number,
            AgentName = batch.Worker,
            Status = empty ? WorkerStatus.Error : WorkerStatus.Completed,
            Reason = empty ? "empty answer" : null,
            Votes = empty ? [] : [.. batch.Asks.Select(ask => roster.Vote(ask.FindingId, worker, VoteOf(ask.Role, findings[ask.FindingId].IsConfirmedBy(worker, profile))))],
        };
    }

    private static Vote VoteOf(AskRole role, bool confirms) => role == AskRole.RespondToVeto
        ? confirms ? Vote.Maintain : Vote.Withdraw
        : confirms ? Vote.Agree : Vote.Disagree;
}
