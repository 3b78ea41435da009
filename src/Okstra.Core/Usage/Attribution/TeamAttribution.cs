namespace Okstra.Core.Usage.Attribution;

/// <summary>
/// Finds the sessions of a team (R-REP-76): the lead's by its id, those on the claude side by team and agent name, those of the other CLIs by working directory and time. What fits
/// two workers fits none: a wrong bill is worse than none (R-REP-77).
/// </summary>
public static class TeamAttribution
{
    private const string Claude = "claude";

    /// <summary>Documents have whole seconds, and a CLI writes its last line a moment after it answered.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    public static AttributedTeam Of(TeamTrace team, SessionIndex index)
    {
        var all = index.All;
        var lead = team.LeadSessionId.Length == 0 ? null : index.Find(Claude, team.LeadSessionId) ?? all.FirstOrDefault(session => session.Facts.Id == team.LeadSessionId);
        var free = all.Where(session => session != lead).ToList();
        var named = free.Where(session => session.Agent == Claude && IsOfTeam(session, team)).ToList();
        var claims = team.Workers.Select(worker => (Worker: worker, Sessions: Claims(worker, free, named, team))).ToList();

        // Two workers that lay claim to one session: neither gets it, and neither is billed without it.
        var disputed = claims.SelectMany(claim => claim.Sessions.Select(session => session.Tokens).Distinct()).GroupBy(session => session).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        List<AttributedWorker> workers = [.. claims.Select(claim => Judge(claim.Worker, claim.Sessions, disputed))];
        var given = workers.SelectMany(worker => worker.Sessions).ToHashSet();
        var open = named.Concat(claims.SelectMany(claim => claim.Sessions).Select(session => session.Tokens)).Where(session => !given.Contains(session)).Distinct();
        return new AttributedTeam(lead, workers, [.. open.OrderBy(session => session.Facts.Id, StringComparer.Ordinal)]);
    }

    private static bool IsOfTeam(SessionTokens session, TeamTrace team) =>
        (team.TeamName.Length > 0 && session.Facts.TeamName == team.TeamName)
        || (team.LeadSessionId.Length > 0 && session.Facts.Parent == team.LeadSessionId && session.Facts.AgentName is { Length: > 0 });

    private static IReadOnlyList<Claim> Claims(WorkerTrace worker, List<SessionTokens> free, List<SessionTokens> named, TeamTrace team)
    {
        var known = free.Where(session => session.Agent == worker.Provider && worker.KnownSessions.Contains(session.Facts.Id, StringComparer.Ordinal)).ToList();
        List<Claim> claims = [.. known.Select(session => new Claim(session, Ground.Recorded))];
        claims.AddRange(named.Where(session => session.Facts.AgentName == worker.AgentName && !known.Contains(session)).Select(session => new Claim(session, Ground.Named)));
        if (worker.Provider == Claude || known.Count > 0)
        {
            return claims;
        }

        var (from, to) = Window(worker, claims);
        var inWindow = free.Where(session => session.Agent == worker.Provider && IsWithin(session, from, to) && session.Facts.Cwd is { } cwd && team.IsPlaceOfRun(cwd)).ToList();
        claims.AddRange(inWindow.Select(session => new Claim(session, inWindow.Exists(other => other.Facts.Id == session.Facts.Parent) ? Ground.Descendant : Ground.PlaceAndTime)));
        return claims;
    }

    // The run's own record of when the wrapper worked; without one, the wrapper's log.
    private static (DateTimeOffset? From, DateTimeOffset? To) Window(WorkerTrace worker, List<Claim> wrappers) => (
        worker.StartedAt ?? wrappers.Select(claim => claim.Tokens.Facts.First).Min(),
        worker.EndedAt ?? wrappers.Select(claim => claim.Tokens.Facts.Last).Max());

    private static bool IsWithin(SessionTokens session, DateTimeOffset? from, DateTimeOffset? to) =>
        session.Facts is { First: { } first } facts && first >= from - Slack && (facts.Last ?? first) <= to + Slack;

    private static AttributedWorker Judge(WorkerTrace worker, IReadOnlyList<Claim> claims, HashSet<SessionTokens> disputed)
    {
        if (claims.Select(claim => claim.Tokens).FirstOrDefault(disputed.Contains) is { } shared)
        {
            return new AttributedWorker(worker.WorkerId, [], $"session {shared.Facts.Id} fits another worker too");
        }

        var byTime = claims.Count(claim => claim.Ground == Ground.PlaceAndTime);
        if (byTime > 1)
        {
            return new AttributedWorker(worker.WorkerId, [], $"{byTime} {worker.Provider} sessions fit its folder and time");
        }

        var own = claims.Any(claim => claim.Tokens.Agent == worker.Provider);
        return own && claims.Any(claim => claim.Tokens.Usage is not null)
            ? new AttributedWorker(worker.WorkerId, [.. claims.Select(claim => claim.Tokens)], null)
            : new AttributedWorker(worker.WorkerId, [], own ? "its session has no counted response" : Missing(worker));
    }

    private static string Missing(WorkerTrace worker) => worker switch
    {
        { KnownSessions.Count: > 0 } => $"no {worker.Provider} log has its session {worker.KnownSessions[0]}",
        { Provider: Claude } => $"no claude session of the team is named {worker.AgentName}",
        { StartedAt: null } or { EndedAt: null } => $"no {worker.Provider} session can be its own: when it worked is not recorded",
        _ => $"no {worker.Provider} session fits its folder and time",
    };

    private enum Ground
    {
        Recorded,
        Named,
        PlaceAndTime,
        Descendant,
    }

    private sealed record Claim(SessionTokens Tokens, Ground Ground);
}
