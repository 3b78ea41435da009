using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Core.Simulation;
using Okstra.State.Writing;
using Spectre.Console;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra simulate</c>: what the policies are worth on simulated workers, through the engine's own rules; no model is asked.</summary>
internal static class SimulateCommand
{
    public static Command Create(CliContext context)
    {
        var options = new SimulateOptions();
        var html = new Option<string?>("--html") { Description = "Also write the charts to this file, a page of its own." };
        var force = new Option<bool>("--force") { Description = "Let --html replace a file that exists." };
        var json = Options.Json();
        var command = new Command("simulate", "Compare cross-verification policies on simulated workers: precision, recall and what they cost.") { html, force, json };
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            // The answer holds the policies of its contract; the table also shows the row of the reference that stands between two of them.
            var asJson = parsed.GetValue(json);
            var settings = options.Read(parsed, asJson ? SimulatedPolicies.Default : SimulatedPolicies.Reference);
            var page = PageFile.Of(parsed.GetValue(html), parsed.GetValue(force), context);
            var results = Simulator.Run(settings, Environment.ProcessorCount, cancellationToken);
            if (page is not null)
            {
                StateWriter.For(context.Host).Write(page, SimulationPage.Render(settings, results));
                context.Error.WriteLine($"charts: {page}");
            }

            if (asJson)
            {
                JsonAnswer.Write(context.Out, SimulationAnswer.Of(settings, results, page), CliJson.Default.SimulationAnswer);
            }
            else
            {
                Print(settings, results, context);
            }

            return Task.FromResult(ExitCodes.Ok);
        });
        return command;
    }

    private static void Print(SimulationSettings settings, IReadOnlyList<CaseResult> results, CliContext context)
    {
        var console = Consoles.For(context.Out, context.OutputIsTerminal, context);
        context.Out.WriteLine(SimulationText.Settings(settings));
        foreach (var result in results)
        {
            context.Out.WriteLine();
            context.Out.WriteLine($"{result.Case.Name}: {SimulationText.Case(result.Case, settings.Workers)}");
            var table = new Table().Border(TableBorder.Rounded);
            for (var index = 0; index < SimulationText.Columns.Count; index++)
            {
                table.AddColumn(new TableColumn(SimulationText.Columns[index]) { Alignment = index > 1 ? Justify.Right : Justify.Left });
            }

            foreach (var row in result.Policies.Select(SimulationText.Row))
            {
                table.AddRow([.. row.Select(Markup.Escape)]);
            }

            console.Write(table);
        }

        context.Out.WriteLine();
        context.Out.WriteLine(ModelNote.Text);
    }
}
