using Okstra.Core.Usage.Logs;

namespace Okstra.Core.Usage.Attribution;

/// <summary>The sessions of all agent CLIs, by agent and id.</summary>
public sealed class SessionIndex
{
    private readonly Dictionary<(string Agent, string Id), SessionTokens> _byId = [];
    private readonly ILookup<string, SessionTokens> _subAgents;

    /// <param name="agents">What the logs say.</param>
    public SessionIndex(IEnumerable<AgentUsage> agents)
    {
        foreach (var agent in agents)
        {
            var used = agent.Rows.GroupBy(row => row.Session, StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => (Usage: TokenSum.Of(rows.Select(row => row.Usage)), Model: Main(rows)), StringComparer.Ordinal);
            foreach (var facts in agent.Sessions)
            {
                var (usage, model) = used.GetValueOrDefault(facts.Id);
                _byId.TryAdd((agent.Agent, facts.Id), new SessionTokens(agent.Agent, facts, usage) { Model = model });
            }

            foreach (var (id, (usage, model)) in used)
            {
                _byId.TryAdd((agent.Agent, id), new SessionTokens(agent.Agent, new SessionFacts { Id = id }, usage) { Model = model });
            }
        }

        _subAgents = _byId.Values.Where(session => session is { Agent: "gemini", Facts.Parent: not null }).ToLookup(session => session.Facts.Parent!, StringComparer.Ordinal);
    }

    private static string Main(IEnumerable<UsageRow> rows) =>
        rows.GroupBy(row => row.Model, StringComparer.Ordinal).OrderByDescending(model => model.Sum(row => TokenSum.Total(row.Usage))).ThenBy(model => model.Key, StringComparer.Ordinal).First().Key;

    /// <summary>Ordered by agent and id.</summary>
    public IReadOnlyList<SessionTokens> All => [.. _byId.OrderBy(entry => entry.Key.Agent, StringComparer.Ordinal).ThenBy(entry => entry.Key.Id, StringComparer.Ordinal).Select(entry => entry.Value)];

    /// <summary>
    /// What the CLI itself counts as this session's: Claude Code logs sub-agents under their caller, Gemini CLI logs them apart and reports them together, Codex CLI does neither.
    /// </summary>
    public TokenUsage? AsReported(string agent, string session) =>
        agent == "gemini" ? TokenSum.Of(_subAgents[session].Append(Find(agent, session)).Select(tokens => tokens?.Usage)) : Find(agent, session)?.Usage;

    public SessionTokens? Find(string agent, string? id) => id is null ? null : _byId.GetValueOrDefault((agent, id));
}
