using Okstra.Core.Tasks;

namespace Okstra.Core.Validation;

/// <summary>The files a run must have left (R-OPN-78, R-REP-93).</summary>
internal static class ArtifactRules
{
    public static void Check(ValidationInputs inputs, Verdicts verdicts)
    {
        // Without convergence, workers answer the session that leads, and the report says what became of each (SessionRules).
        var converges = inputs.TaskType.IsAnalysis();
        foreach (var entry in inputs.Roster.Where(entry => converges && entry.IsAnalyst && !inputs.Dispatches.Values.Any(dispatch => dispatch.Round == 0 && string.Equals(dispatch.Worker, entry.Worker, StringComparison.Ordinal))))
        {
            verdicts.Add(Rules.WorkerResult, $"{entry.Role} ('{entry.Worker}') is in the roster but left no result of its initial analysis", "worker-results");
        }

        foreach (var path in inputs.ManifestPaths.Where(path => !path.Value).Select(path => path.Key).Order(StringComparer.Ordinal))
        {
            verdicts.Add(Rules.ManifestPath, $"the manifest names '{path}', which does not exist", path);
        }

        if (converges && inputs.Convergence is null)
        {
            verdicts.Add(Rules.ConvergenceState, "there is no convergence state: classes, votes and counts have no source", inputs.ConvergencePath);
        }

        if (string.IsNullOrEmpty(inputs.Team?.TeamCreate.Status))
        {
            verdicts.Add(Rules.TeamCreate, inputs.Team is null ? "there is no team state" : "the team state does not say how the team was created", "state");
        }

        if (inputs.Team is { Lead: { Kind: "session", SessionId: "" } })
        {
            verdicts.Add(Rules.LeadSession, "the lead is a session but its session id is empty (sessionId=)", "state");
        }
    }
}
