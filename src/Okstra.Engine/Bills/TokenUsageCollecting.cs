using System.Text.Json;
using Okstra.Core.Problems;
using Okstra.Core.Reports;
using Okstra.Core.Runs;
using Okstra.Core.Usage;
using Okstra.Engine.Preparation;
using Okstra.State.Documents;
using Okstra.State.Files;
using Okstra.State.Runs;

namespace Okstra.Engine.Bills;

/// <summary>
/// <c>okstra token-usage</c> (R-CLI-078): fills the team state with what lead and workers used, and the three placeholders of a session's report. Doing it again changes nothing unless
/// the logs have grown.
/// </summary>
public sealed class TokenUsageCollecting(RunServices services)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="run">The run.</param>
    /// <param name="request">What is to be written.</param>
    /// <param name="cancellationToken">Ends waiting and reading.</param>
    /// <exception cref="UserErrorException">No team state, no log of the lead, a report that is not the run's, or a report that would be left half done.</exception>
    public async Task<CollectOutcome> CollectAsync(RunBundle run, CollectRequest request, CancellationToken cancellationToken)
    {
        if (request is { Substitute: true, Write: false })
        {
            throw new UserErrorException("OKS0942", "--substitute-final-report needs --write-team-state: the report's rows are those of the team state", "give both");
        }

        using var held = await services.Locks.AcquireAsync(run.Layout.RunLock, "okstra token-usage", Patience, cancellationToken);
        using var mutex = await services.Locks.AcquireAsync(services.Home.TaskLock(run.Key), "okstra token-usage", Patience, cancellationToken);
        var bundle = RunBundle.Load(run.Layout, services.Documents);
        var before = services.Documents.Read(bundle.Layout.TeamState, RunDocumentsJson.Default.TeamState);
        var team = request.LeadSession is { } session ? before with { Lead = before.Lead with { SessionId = session } } : before;
        var report = Report(bundle, team, request);
        var (agents, unattributed) = Agents(bundle, team, cancellationToken);
        var after = Filled(team, agents, unattributed);
        var text = request.Substitute && report is not null ? Substituted(bundle, report, agents, after.UsageSummary) : report;
        var changed = Text(before) != Text(after);
        if (request.Write && changed)
        {
            services.Documents.Write(bundle.Layout.TeamState, after, RunDocumentsJson.Default.TeamState);
        }

        var substituted = !string.Equals(report, text, StringComparison.Ordinal);
        if (substituted)
        {
            services.Writer.Write(bundle.Layout.ReportMarkdown, text!);
        }

        return new CollectOutcome
        {
            Bundle = bundle,
            LeadKind = team.Lead.Kind,
            Agents = agents,
            Summary = after.UsageSummary,
            TeamStateChanged = request.Write && changed,
            ReportChanged = substituted,
            OpenPlaceholders = text is null ? [] : TokenPlaceholders.In(text),
        };
    }

    private (IReadOnlyList<AgentBill> Agents, IReadOnlyList<string> Unattributed) Agents(RunBundle bundle, TeamState team, CancellationToken cancellationToken)
    {
        if (team.Lead is { Kind: "session", SessionId: "" })
        {
            throw SessionTeamBill.NoLead("");
        }

        var lines = new ChargedRun(services).Dispatches(new LocatedRun(bundle.Key, bundle.Task, bundle.Layout));
        var logs = SessionLogs.Read(services, SessionTeamBill.Places(bundle, team), cancellationToken);
        return team.Lead.Kind == "session" ? new SessionTeamBill(bundle, team, lines).Of(logs) : (new NativeTeamBill(team, lines).Of(logs), []);
    }

    /// <summary>The report that may have placeholders; a report okstra wrote itself has its table from the state.</summary>
    private static string? Report(RunBundle bundle, TeamState team, CollectRequest request)
    {
        var own = bundle.Layout.ReportMarkdown;
        if (request.Report is { } named && Path.GetFullPath(named) != Path.GetFullPath(own))
        {
            throw new UserErrorException("OKS0943", $"'{named}' is not the report of run {bundle.Manifest.Seq} of {bundle.Key}", $"the run's report is '{own}'");
        }

        if (team.Lead.Kind != "session")
        {
            return null;
        }

        if (!Path.Exists(own))
        {
            return request.Substitute ? throw new UserErrorException("OKS0944", $"run {bundle.Manifest.Seq} of {bundle.Key} has no report yet, so there is nothing to fill in", $"write '{own}' first, then collect with both flags") : null;
        }

        var report = ExactText.Read(own, ReportText.MaximumLength);
        return request is { Write: true, Substitute: false } && TokenPlaceholders.In(report) is { Count: > 0 } open
            ? throw new UserErrorException("OKS0945", $"--substitute-final-report is missing: '{own}' still has {string.Join(", ", open)}", "give --write-team-state and --substitute-final-report in one call; nothing was written")
            : report;
    }

    private TeamState Filled(TeamState team, IReadOnlyList<AgentBill> agents, IReadOnlyList<string> unattributed)
    {
        var known = agents.Select(agent => TokenSum.Total(agent.Usage)).OfType<long>().ToList();
        var summary = new UsageSummary
        {
            TotalTokens = known.Count == 0 ? null : known.Sum(),
            ByAgent = agents.GroupBy(agent => agent.AgentName, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Any(agent => agent.Usage is null) ? null : group.Sum(agent => TokenSum.Total(agent.Usage)), StringComparer.Ordinal),
            UnattributedTeamSessions = unattributed,
            CollectedAt = team.UsageSummary.CollectedAt ?? services.Now(),
        };
        var filled = team with
        {
            Lead = agents is [{ IsLead: true } lead, ..] ? team.Lead with { Usage = lead.Usage, Model = team.Lead.Model ?? (lead.Model.Length > 0 ? lead.Model : null) } : team.Lead,
            Workers = [.. team.Workers.Zip(agents.Where(agent => !agent.IsLead), (worker, bill) => bill.Source is { } source ? worker with { Usage = bill.Usage, UsageSource = source, UsageNote = bill.Note } : worker)],
            UsageSummary = summary,
        };

        // Figures that did not change keep the time they were found at, so that a second call leaves the same bytes.
        return Text(filled) == Text(team) ? filled : filled with { UsageSummary = summary with { CollectedAt = services.Now() } };
    }

    private static string Substituted(RunBundle bundle, string report, IReadOnlyList<AgentBill> agents, UsageSummary summary)
    {
        var texts = Core.Text.ReportTexts.In(bundle.Manifest.Language);
        IReadOnlyList<TokenUsageRow> rows = [.. agents.Select(agent => new TokenUsageRow { Worker = agent.AgentName, Model = agent.Model, Dispatches = 1, Reported = agent.Usage is null ? 0 : 1, Usage = WithTotal(agent.Usage) })];
        return TokenPlaceholders.Replace(report, TokenRows.Of(rows, texts), TokenRows.Total(summary, texts), summary.CollectedAt!);
    }

    private static TokenUsage? WithTotal(TokenUsage? usage) => usage is null ? null : usage with { Total = TokenSum.Total(usage) };

    private static string Text(TeamState team) => JsonSerializer.Serialize(team, StateJson.ForDocument(RunDocumentsJson.Default.TeamState));
}
