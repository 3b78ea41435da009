using Okstra.Core.Convergence;
using Okstra.Core.Problems;
using Okstra.Engine.Preparation;
using Okstra.State.Documents;

namespace Okstra.Engine.Convergence;

/// <summary>Reads a finished convergence, refuses one that was edited, and replays it; writes nothing.</summary>
public sealed class StateReplay(RunServices services, RunBundle bundle)
{
    /// <summary>The state document as it is, and what it would be under the rules made of its own.</summary>
    /// <exception cref="UserErrorException">Convergence is not finished, or a document was edited.</exception>
    public (ConvergenceDocument State, ReplayOutcome Outcome) Run(Func<ConvergenceConfig, ConvergenceConfig> rules)
    {
        var layout = bundle.Layout;
        var state = services.Documents.TryRead(layout.Convergence, ConvergenceJson.Default.ConvergenceDocument)
            ?? throw new UserErrorException("OKS0551", $"run {bundle.Manifest.Seq} of {bundle.Key} has no convergence state yet", $"okstra resume {bundle.Key} goes on with it");
        foreach (var (path, hash) in state.Inputs.OrderBy(input => input.Key, StringComparer.Ordinal))
        {
            if (ContentHash.OfFile(Path.Combine(layout.Root, path)) != hash)
            {
                throw Edited(Path.Combine(layout.Root, path), $"is not the document that '{layout.Convergence}' was made from");
            }
        }

        var findings = services.Documents.Read(layout.Findings, FindingsDocumentJson.Default.FindingsDocument);
        var settlements = services.Documents.TryRead(layout.Settlements, SettlementJson.Default.SettlementDocument);
        return StateConsistency.Check(findings, state, settlements) is [var difference, ..]
            ? throw Edited(layout.Convergence, $"is not what its votes give: {difference}")
            : (state, ConvergenceReplay.Run(findings, state, settlements, rules(state.Config)));
    }

    private static UserErrorException Edited(string path, string what) =>
        new("OKS0552", $"'{path}' {what}", "it was edited by hand, or written by an okstra with other rules; restore the file from a backup");
}
