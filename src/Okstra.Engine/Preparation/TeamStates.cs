using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Engine.Prompts;

namespace Okstra.Engine.Preparation;

/// <summary>The team state a run starts with (R-LAY-70, R-OPN-24).</summary>
public static class TeamStates
{
    /// <summary>Analysis phases: led by the engine, no session, no team to create (design: two leads). The others wait for the session that takes over.</summary>
    public static TeamState Prepared(RunBundle bundle) => new()
    {
        TaskKey = bundle.Key.ToString(),
        TaskType = bundle.Type.Token(),
        Seq = bundle.Manifest.Seq,
        TeamName = TeamCreationGate.TeamName(bundle.Key, bundle.Layout.Stage),
        TeamCreate = Creation(bundle),
        Lead = new TeamLead { Kind = bundle.Type.IsAnalysis() ? "native" : "session", SessionId = "" },
        Workers = [.. bundle.Manifest.Roster.Select(entry => new TeamWorker
        {
            WorkerId = entry.Worker,
            Role = entry.Role,
            AgentName = entry.AgentName,
            Provider = entry.Driver,
            ModelDisplay = entry.Model.Display,
            ModelExecutionValue = entry.Model.Execution,
            PromptPath = entry.IsAnalyst ? bundle.Layout.Relative(bundle.Layout.Prompt(entry.Worker, 0, 1)) : null,
        })],
        Worktree = bundle.Manifest.Worktree,
    };

    private static TeamCreate Creation(RunBundle bundle) => bundle switch
    {
        { Manifest.Roster.Count: 0 } => TeamCreate.SingleLead,
        { ConcurrentStages.Count: > 0 } => TeamCreate.ConcurrentRun,
        _ when bundle.Type.IsAnalysis() => TeamCreate.NativeLead,
        _ => TeamCreate.Open,
    };
}
