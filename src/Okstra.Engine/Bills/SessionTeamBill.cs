using System.Globalization;
using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Usage.Attribution;
using Okstra.Core.Usage.Bills;
using Okstra.Engine.Preparation;
using Okstra.Processes.Custody;

namespace Okstra.Engine.Bills;

/// <summary>The bill of a run that a session led: everything from the session logs (R-REP-76).</summary>
internal sealed class SessionTeamBill(RunBundle bundle, TeamState team, IReadOnlyList<BillLine> lines)
{
    /// <returns>The lead first, then every worker; and the sessions that are nobody's.</returns>
    /// <exception cref="UserErrorException">The lead's log does not exist.</exception>
    public (IReadOnlyList<AgentBill> Agents, IReadOnlyList<string> Unattributed) Of(SessionIndex logs)
    {
        var attributed = TeamAttribution.Of(Trace(), logs);
        if (attributed.Lead is not { } lead)
        {
            throw NoLead(team.Lead.SessionId);
        }

        var leader = new AgentBill { IsLead = true, Worker = "lead", AgentName = "lead", Model = team.Lead.Model ?? lead.Model ?? "", Usage = lead.Usage, Source = lead.Usage is null ? "unavailable" : "log", Note = lead.Usage is null ? "its session has no counted response" : null, Sessions = [lead.Facts.Id] };
        return ([leader, .. team.Workers.Zip(attributed.Workers, Worker)], [.. attributed.Unattributed.Select(session => session.Facts.Id)]);
    }

    /// <summary>R-CLI-080.</summary>
    public static UserErrorException NoLead(string session) => new(
        "OKS0941",
        $"lead jsonl not found (sessionId={session})",
        session.Length == 0
            ? "store the id of the session that leads as lead.sessionId in the team state, or give it with --lead-session"
            : "check lead.sessionId in the team state; the log lies in ~/.claude/projects, or below CLAUDE_CONFIG_DIR");

    /// <summary>Folders the workers of the run work in, as they are named and as they are.</summary>
    public static IReadOnlySet<string> Places(RunBundle bundle, TeamState team) =>
        new[] { team.Worktree.Path, bundle.Manifest.ProjectRoot }.Where(path => path.Length > 0).SelectMany(path => new[] { path, RepositoryWorktrees.RealPathOf(path) }).ToHashSet(StringComparer.Ordinal);

    private TeamTrace Trace()
    {
        var places = Places(bundle, team);
        return new TeamTrace
        {
            TeamName = team.TeamName,
            LeadSessionId = team.Lead.SessionId,
            IsPlaceOfRun = cwd => Path.IsPathFullyQualified(cwd) && places.Contains(RepositoryWorktrees.RealPathOf(cwd)),
            Workers = [.. team.Workers.Select(worker => new WorkerTrace
            {
                WorkerId = worker.WorkerId,
                AgentName = worker.AgentName,
                Provider = worker.Provider,
                KnownSessions = [.. lines.Where(line => line.Worker == worker.WorkerId).SelectMany(line => line.Sessions).Append(worker.SessionId).OfType<string>().Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)],
                StartedAt = At(worker.StartedAt),
                EndedAt = At(worker.EndedAt),
            })],
        };
    }

    private static AgentBill Worker(TeamWorker worker, AttributedWorker found) => new()
    {
        Worker = worker.WorkerId,
        AgentName = worker.AgentName,
        Model = worker.ModelDisplay,
        Usage = found.Usage,
        Source = found.Unavailable is null ? "log" : "unavailable",
        Note = found.Unavailable,
        Sessions = [.. found.Sessions.Select(session => session.Facts.Id)],
    };

    private static DateTimeOffset? At(string? text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
