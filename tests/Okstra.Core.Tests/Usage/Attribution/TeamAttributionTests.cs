using System.Globalization;
using Okstra.Core.Usage;
using Okstra.Core.Usage.Attribution;
using Okstra.Core.Usage.Logs;

namespace Okstra.Core.Tests.Usage.Attribution;

public sealed class TeamAttributionTests
{
    private const string Team = "okstra-shop-g-t-1";
    private const string Place = "/srv/shop";

    private static readonly SessionFacts Lead = new() { Id = "lead-1", TeamName = Team };

    private readonly List<(string Agent, SessionFacts Facts, long Tokens)> _sessions = [("claude", Lead, 100)];

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2026-11-26T{time}Z", CultureInfo.InvariantCulture);

    private static WorkerTrace Worker(string provider, string name, string? from = "10:00:00", string? to = "10:10:00", params string[] known) => new()
    {
        WorkerId = name.Replace("-worker", "", StringComparison.Ordinal),
        AgentName = name,
        Provider = provider,
        KnownSessions = known,
        StartedAt = from is null ? null : At(from),
        EndedAt = to is null ? null : At(to),
    };

    private void Named(string id, string? name, long tokens, string team = Team) => _sessions.Add(("claude", new SessionFacts { Id = id, TeamName = team, AgentName = name, First = At("10:00:01"), Last = At("10:09:00") }, tokens));

    private void Cli(string agent, string id, long tokens, string from = "10:01:00", string to = "10:05:00", string cwd = Place, string? parent = null) =>
        _sessions.Add((agent, new SessionFacts { Id = id, Cwd = cwd, First = At(from), Last = At(to), Parent = parent }, tokens));

    private AttributedTeam Attribute(params WorkerTrace[] workers) => TeamAttribution.Of(
        new TeamTrace { TeamName = Team, LeadSessionId = Lead.Id, Workers = workers, IsPlaceOfRun = cwd => cwd == Place },
        new SessionIndex(_sessions.GroupBy(session => session.Agent).Select(agent => new AgentUsage
        {
            Agent = agent.Key,
            Counters = ["total"],
            Rows = [.. agent.Select(session => new UsageRow(session.Facts.Id, "m", "2026-11-26", "main", [session.Tokens], new TokenUsage { Total = session.Tokens }))],
            Sessions = [.. agent.Select(session => session.Facts)],
            Notes = [],
        })));

    private static long? Tokens(AttributedTeam team, string worker) => team.Workers.Single(found => found.WorkerId == worker).Usage?.Total;

    [Fact]
    public void Lead_by_its_id_claude_side_by_team_and_name_codex_and_gemini_by_folder_and_time()
    {
        Named("c-1", "claude-worker", 20);
        Named("c-2", "codex-worker", 3);
        Named("c-3", "gemini-worker", 4);
        Named("c-4", "claude-worker", 1000, team: "another-team");
        Cli("codex", "x-1", 30);
        Cli("codex", "x-2", 1000, cwd: "/srv/other");
        Cli("codex", "x-3", 1000, from: "09:00:00", to: "09:30:00");
        Cli("gemini", "g-1", 40);

        var team = Attribute(Worker("claude", "claude-worker"), Worker("codex", "codex-worker"), Worker("gemini", "gemini-worker"));

        Assert.Equal(100, team.Lead?.Usage?.Total);
        Assert.Equal((20, 33, 44), (Tokens(team, "claude"), Tokens(team, "codex"), Tokens(team, "gemini")));
        Assert.Empty(team.Unattributed);
    }

    [Fact]
    public void Several_sessions_of_one_name_are_all_its_own()
    {
        Named("c-1", "claude-worker", 20);
        Named("c-2", "claude-worker", 5);

        Assert.Equal(25, Tokens(Attribute(Worker("claude", "claude-worker")), "claude"));
    }

    [Fact]
    public void Sessions_of_the_team_without_a_name_are_listed_and_their_worker_is_unavailable()
    {
        Named("c-1", null, 20);
        Named("c-2", "", 20);
        Named("c-3", "somebody", 20);

        var team = Attribute(Worker("claude", "claude-worker"));

        Assert.Equal(["c-1", "c-2", "c-3"], team.Unattributed.Select(session => session.Facts.Id));
        Assert.Equal("no claude session of the team is named claude-worker", Assert.Single(team.Workers).Unavailable);
        Assert.Null(Tokens(team, "claude"));
    }

    [Fact]
    public void A_session_that_fits_two_workers_is_given_to_neither()
    {
        Cli("codex", "x-1", 30);

        var team = Attribute(Worker("codex", "codex-worker"), Worker("codex", "codex-verifier"));

        Assert.All(team.Workers, worker => Assert.Equal("session x-1 fits another worker too", worker.Unavailable));
        Assert.Equal(["x-1"], team.Unattributed.Select(session => session.Facts.Id));
    }

    [Fact]
    public void Two_sessions_in_one_folder_at_one_time_are_not_guessed_between()
    {
        Cli("codex", "x-1", 30);
        Cli("codex", "x-2", 30);

        var team = Attribute(Worker("codex", "codex-worker"));

        Assert.Equal("2 codex sessions fit its folder and time", Assert.Single(team.Workers).Unavailable);
        Assert.Equal(["x-1", "x-2"], team.Unattributed.Select(session => session.Facts.Id));
    }

    [Fact]
    public void Sub_agents_of_its_session_belong_to_it()
    {
        Cli("codex", "x-1", 30);
        Cli("codex", "x-2", 7, parent: "x-1");

        Assert.Equal(37, Tokens(Attribute(Worker("codex", "codex-worker")), "codex"));
    }

    [Fact]
    public void A_recorded_session_decides_and_the_rest_is_not_searched()
    {
        Cli("codex", "x-1", 30);
        Cli("codex", "x-2", 30);

        var team = Attribute(Worker("codex", "codex-worker", known: "x-2"));

        Assert.Equal(["x-2"], Assert.Single(team.Workers).Sessions.Select(session => session.Facts.Id));
        Assert.Empty(team.Unattributed);
    }

    [Theory]
    [InlineData("09:59:55", "10:10:05", true)]
    [InlineData("09:59:54", "10:05:00", false)]
    [InlineData("10:05:00", "10:10:06", false)]
    public void A_session_lies_within_the_time_of_its_worker(string from, string to, bool fits)
    {
        Cli("gemini", "g-1", 40, from, to);

        Assert.Equal(fits ? 40 : null, Tokens(Attribute(Worker("gemini", "gemini-worker")), "gemini"));
    }

    [Fact]
    public void Without_a_recorded_time_that_of_the_wrapper_counts()
    {
        Named("c-1", "codex-worker", 3);
        Cli("codex", "x-1", 30);
        Cli("codex", "x-2", 30, from: "10:20:00", to: "10:25:00");

        Assert.Equal(33, Tokens(Attribute(Worker("codex", "codex-worker", null, null)), "codex"));
        Assert.Equal("no gemini session can be its own: when it worked is not recorded", Attribute(Worker("gemini", "gemini-worker", null, null)).Workers[0].Unavailable);
    }

    [Fact]
    public void A_wrapper_without_its_cli_is_no_whole_bill()
    {
        Named("c-1", "codex-worker", 3);

        var team = Attribute(Worker("codex", "codex-worker"));

        Assert.Equal("no codex session fits its folder and time", Assert.Single(team.Workers).Unavailable);
        Assert.Equal(["c-1"], team.Unattributed.Select(session => session.Facts.Id));
    }

    [Fact]
    public void Without_the_leads_log_there_is_no_lead()
    {
        _sessions.Clear();

        Assert.Null(Attribute().Lead);
    }
}
