using Okstra.Core.Convergence;
using Okstra.Core.Workers;
using Okstra.Engine.Preparation;
using Okstra.Engine.Prompts;
using Okstra.State.Files;

namespace Okstra.Engine.Dispatching;

/// <summary>The dispatches a run asks for, whoever carries them out.</summary>
public static class DispatchOrders
{
    /// <summary>Round 0: the prompt stands in the bundle.</summary>
    public static DispatchOrder Analysis(RunBundle bundle, RosterEntry entry) => new()
    {
        Entry = entry,
        Kind = AnswerKind.Findings,
        Round = 0,
        Batch = 1,
        Prompt = TextFiles.Read(bundle.Layout.Prompt(entry.Worker, 0, 1)),
        AgentName = entry.AgentName,
    };

    /// <summary>One batch of a re-verification round; the prompt follows from the state (R-CVG-16).</summary>
    public static DispatchOrder Reverification(RunBundle bundle, ConvergenceState state, Batch batch)
    {
        var entry = bundle.Manifest.Roster.Single(entry => entry.Worker == batch.Worker);
        var asked = batch.FindingIds.ToHashSet(StringComparer.Ordinal);
        return new DispatchOrder
        {
            Entry = entry,
            Kind = AnswerKind.Votes,
            Round = batch.Round,
            Batch = batch.Number,
            Prompt = PromptRenderer.Reverify(bundle, entry, batch, VerificationItems.For(batch, state)),
            AgentName = $"{entry.AgentName}-reverify-r{batch.Round}",
            Findings = [.. state.Findings.Where(finding => asked.Contains(finding.Finding.Id)).Select(finding => finding.Finding)],
        };
    }
}
