using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Core.Usage.Logs;
using Okstra.State.Usage;
using Spectre.Console;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra usage</c>: tokens that the session logs of the agent CLIs state.</summary>
internal static class UsageCommand
{
    public static Command Create(CliContext context)
    {
        var all = new Option<bool>("--all") { Description = "Everything on this machine, whoever started it." };
        var json = Options.Json();
        var command = new Command("usage", "Show how many tokens were used.") { all, json };
        command.SetAction((parsed, cancellationToken) =>
        {
            var scan = UsageLogs.For(context.Host, context.Time).Read(cancellationToken);
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, output => UsageJson.Write(output, scan.Agents));
            }
            else
            {
                Print(scan.Agents, context);
            }

            return Task.FromResult(ExitCodes.Ok);
        });
        return command;
    }

    private static void Print(IReadOnlyList<AgentUsage> agents, CliContext context)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Agent", "Sessions", "Input", "Cache read", "Cache write", "Output", "Total");
        foreach (var agent in agents)
        {
            var used = agent.Rows.Select(row => row.Usage).ToList();
            table.AddRow([agent.Agent, Number(agent.Rows.Select(row => row.Session).Distinct().Count()), Number(used.Sum(usage => usage.Input ?? 0)), Number(used.Sum(usage => usage.CacheRead ?? 0)), Number(used.Sum(usage => usage.CacheWrite ?? 0)), Number(used.Sum(usage => usage.Output ?? 0)), Number(used.Sum(usage => usage.Total ?? 0))]);
        }

        Consoles.For(context.Out, context.OutputIsTerminal, context).Write(table);
        foreach (var note in agents.SelectMany(agent => agent.Notes))
        {
            context.Error.WriteLine($"{TerminalText.Clean(note.Path)}: {TerminalText.Clean(note.Text)}");
        }
    }

    private static string Number(long value) => value.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
