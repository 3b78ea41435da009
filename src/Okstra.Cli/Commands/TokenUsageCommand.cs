using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Core.Problems;
using Okstra.Core.Usage;
using Okstra.Core.Usage.Bills;
using Okstra.Engine;
using Okstra.Engine.Bills;
using Okstra.Engine.Preparation;
using Spectre.Console;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra token-usage &lt;team-state&gt; --write-team-state --substitute-final-report</c> (R-CLI-078): what lead and workers of one run used, at the start of phase 7.</summary>
internal static class TokenUsageCommand
{
    public static Command Create(CliContext context)
    {
        var teamState = new Argument<string>("team-state") { Description = "The team state of a run, state/team-state-<task-type>-<seq>.json." };
        var write = new Option<bool>("--write-team-state", "--write") { Description = "Write the figures into the team state; without it they are only shown." };
        var substitute = new Option<string?>("--substitute-final-report") { Description = "Fill the token placeholders of the run's final report.", Arity = ArgumentArity.ZeroOrOne };
        var session = new Option<string?>("--lead-session") { Description = "Id of the session that leads the run; default: the one in the team state." };
        var json = Options.Json();
        var command = new Command("token-usage", "Collect what lead and workers of a run used, and put it into its team state and report.") { teamState, write, substitute, session, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var services = Composition.Services(context);
            var report = parsed.GetValue(substitute);
            var request = new CollectRequest
            {
                Write = parsed.GetValue(write),
                Substitute = parsed.GetResult(substitute) is not null,
                Report = report is null ? null : Path.GetFullPath(report, context.Host.CurrentDirectory),
                LeadSession = parsed.GetValue(session),
            };
            var outcome = await new TokenUsageCollecting(services).CollectAsync(Bundle(services, parsed.GetValue(teamState)!), request, cancellationToken);
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, TokenUsageAnswer.Of(outcome), CliJson.Default.TokenUsageAnswer);
            }
            else
            {
                Print(outcome, request, context);
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static RunBundle Bundle(RunServices services, string named)
    {
        var path = Path.GetFullPath(named, services.Host.CurrentDirectory);
        var bundle = Path.GetFileName(path).StartsWith("team-state-", StringComparison.Ordinal) && Path.Exists(path) ? ProjectScope.Of(services, Path.GetDirectoryName(path)).Bundle(path, null) : null;
        return bundle is not null && bundle.Layout.TeamState == path
            ? bundle
            : throw new UserErrorException("OKS0940", $"'{named}' is no team state of a run", "name <project>/.okstra/tasks/<group>/<task>/runs/<task-type>/state/team-state-<task-type>-<seq>.json");
    }

    private static void Print(CollectOutcome outcome, CollectRequest request, CliContext context)
    {
        var (bundle, summary) = (outcome.Bundle, outcome.Summary);
        context.Out.WriteLine($"{bundle.Key} {bundle.Manifest.TaskType} run {bundle.Manifest.Seq}: {(outcome.Agents.All(agent => agent.Source is null) ? "no agent was asked" : $"{Tokens(summary.TotalTokens)} tokens")}");
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn("Agent");
        foreach (var column in new[] { "Input", "Cache read", "Cache write", "Output", "Total", "Log", "Difference" })
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (var agent in outcome.Agents)
        {
            // Somebody who was never asked, or uses no model, has nothing to be unavailable.
            var usage = agent.Usage;
            string Shown(long? value) => agent.Source is null ? BillText.Number(value) : Tokens(value);
            table.AddRow([Markup.Escape(TerminalText.Clean(agent.AgentName)), Shown(usage?.Input), Shown(usage?.CacheRead), Shown(usage?.CacheWrite), Shown(usage?.Output), Shown(TokenSum.Total(usage)), BillText.Number(agent.Logged), BillText.Number(agent.Difference)]);
        }

        Consoles.For(context.Out, context.OutputIsTerminal, context).Write(table);
        foreach (var agent in outcome.Agents.Where(agent => agent.Note is not null))
        {
            context.Out.WriteLine($"{TerminalText.Clean(agent.AgentName)}: unavailable, {TerminalText.Clean(agent.Note!)}");
        }

        foreach (var session in summary.UnattributedTeamSessions)
        {
            context.Out.WriteLine($"session {TerminalText.Clean(session)} of this run is nobody's for certain");
        }

        Written(outcome, request, context.Out);
    }

    private static void Written(CollectOutcome outcome, CollectRequest request, TextWriter output)
    {
        var layout = outcome.Bundle.Layout;
        output.WriteLine(!request.Write ? "nothing was written; --write-team-state writes the figures" : outcome.TeamStateChanged ? $"team state: {layout.TeamState}" : "the team state says the same already");
        if (request.Substitute)
        {
            output.WriteLine(outcome.ReportChanged ? $"report: {layout.ReportMarkdown}" : outcome.LeadKind == "session" ? "the report has no token placeholders any more" : "okstra writes this run's report itself; its token table comes from the run's documents");
        }
    }

    private static string Tokens(long? value) => value is null ? "unavailable" : BillText.Number(value);
}
