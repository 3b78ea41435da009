using Okstra.Core.Runs;
using Okstra.Core.Usage;
using Okstra.Core.Usage.Attribution;
using Okstra.Core.Usage.Bills;

namespace Okstra.Engine.Bills;

/// <summary>The bill of a run okstra led itself: what each CLI reported, held against its log by session id.</summary>
internal sealed class NativeTeamBill(TeamState team, IReadOnlyList<BillLine> lines)
{
    public IReadOnlyList<AgentBill> Of(SessionIndex logs)
    {
        // The engine needs a model only to group findings; the lead then has the name of the roster's grouper.
        IEnumerable<(string Worker, string AgentName)> agents = [.. team.Workers.Select(worker => (worker.WorkerId, worker.AgentName))];
        var grouping = lines.Where(line => line.Round == -2).ToList();
        var work = agents.Select(agent => Agent(agent.Worker, agent.AgentName, [.. lines.Where(line => line.Worker == agent.Worker && line.Round != -2)], logs));
        return grouping.Count == 0 ? [.. work] : [Agent("lead", "lead", grouping, logs) with { IsLead = true }, .. work];
    }

    private static AgentBill Agent(string worker, string agentName, IReadOnlyList<BillLine> own, SessionIndex logs)
    {
        var sessions = own.SelectMany(line => line.Sessions.Select(session => (line.Driver, Session: session))).Distinct().ToList();
        var logged = sessions.Select(session => (session.Session, Tokens: logs.AsReported(session.Driver, session.Session))).Where(session => session.Tokens is not null).ToDictionary(session => session.Session, session => session.Tokens, StringComparer.Ordinal);
        var compared = own.Where(line => line is { Usage: not null, IsFromLog: false, Sessions: [var session] } && logged.ContainsKey(session)).ToList();

        // A CLI that was killed reported nothing; its log knows, unless the session also holds what was reported.
        var silent = own.Where(line => line.Usage is null).SelectMany(line => line.Sessions).Distinct(StringComparer.Ordinal).Where(session => logged.ContainsKey(session) && !own.Any(line => line.Usage is not null && line.Sessions.Contains(session, StringComparer.Ordinal))).ToList();
        var usage = TokenSum.Of([.. own.Select(line => line.Usage), .. silent.Select(session => logged[session])]);
        return new AgentBill
        {
            Worker = worker,
            AgentName = agentName,
            Usage = usage,
            Source = own.Count == 0 ? null : usage is null ? "unavailable" : own.All(line => line.Usage is null || line.IsFromLog) ? "log" : "reported",
            Note = usage is null && own.Count > 0 ? "neither its CLI nor its log says what it used" : null,
            Sessions = [.. sessions.Select(session => session.Session)],
            Reported = compared.Count == 0 ? null : compared.Sum(line => TokenSum.Total(line.Usage)),
            Logged = compared.Count == 0 ? null : compared.SelectMany(line => line.Sessions).Distinct(StringComparer.Ordinal).Sum(session => TokenSum.Total(logged[session])),
        };
    }
}
