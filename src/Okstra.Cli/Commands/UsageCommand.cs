using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Core.Problems;
using Okstra.Core.Usage.Bills;
using Okstra.Engine.Bills;
using Okstra.State.Writing;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra usage</c>: what tasks cost, from the ledgers of their runs.</summary>
internal static class UsageCommand
{
    public static Command Create(CliContext context)
    {
        var options = new BillOptions();
        var all = new Option<bool>("--all") { Description = "Instead: everything the agent CLIs' session logs on this machine state, whoever started it." };
        var csv = new Option<bool>("--csv") { Description = "Print comma-separated values." };
        var html = new Option<string?>("--html") { Description = "Also write a page with a chart to this file." };
        var force = new Option<bool>("--force") { Description = "Let --html replace a file that exists." };
        var json = Options.Json();
        var command = new Command("usage", "Show what tasks cost: tokens by kind and money, by task, phase, run, worker, model or day.") { all, csv, html, force, json };
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var (asJson, asCsv) = (parsed.GetValue(json), parsed.GetValue(csv));
            if (parsed.GetValue(all))
            {
                if (asCsv || parsed.GetValue(html) is not null || options.AnyGiven(parsed))
                {
                    throw new UserErrorException("OKS0938", "--all shows the session logs of the whole machine; of the other options only --json goes with it", "leave --all out for the bill of tasks");
                }

                MachineUsage.Show(asJson, context, cancellationToken);
                return Task.FromResult(ExitCodes.Ok);
            }

            if (asJson && asCsv)
            {
                throw new UserErrorException("OKS0939", "--json and --csv are two forms of one answer", "give one of them");
            }

            var services = Composition.Services(context);
            var request = options.Read(parsed, services, asJson);
            var page = PageFile.Of(parsed.GetValue(html), parsed.GetValue(force), context);
            var bill = new BillReading(services).Read(request, cancellationToken);
            Show(request, bill, page, asCsv ? "csv" : asJson ? "json" : "", context);
            return Task.FromResult(ExitCodes.Ok);
        });
        return command;
    }

    private static void Show(BillRequest request, Bill bill, string? page, string form, CliContext context)
    {
        if (page is not null)
        {
            StateWriter.For(context.Host).Write(page, BillPage.Render(bill, Scope(request)));
            context.Error.WriteLine($"page: {page}");
        }

        switch (form)
        {
            case "json":
                JsonAnswer.Write(context.Out, Answer(request, bill), CliJson.Default.UsageAnswer);
                break;
            case "csv":
                context.Out.Write(BillText.Csv(bill));
                break;
            default:
                Print(request, bill, context);
                break;
        }
    }

    private static void Print(BillRequest request, Bill bill, CliContext context)
    {
        context.Out.WriteLine(TerminalText.Clean(Scope(request)));
        if (bill.Sum.Dispatches == 0)
        {
            context.Out.WriteLine("nothing was charged: no run here asked an agent CLI, or none of that time did");
            context.Out.WriteLine("a charge comes with okstra run on agents (--workers claude,codex,gemini), or with okstra token-usage at the end of a run that a session led");
            return;
        }

        BillPrinter.Print(bill, context);
    }

    private static UsageAnswer Answer(BillRequest request, Bill bill) => new(
        [.. request.Projects.Select(project => project.ProjectRoot)],
        TaskKey(request),
        request.Since?.ToString("yyyy-MM-dd"),
        request.Until?.ToString("yyyy-MM-dd"),
        bill);

    private static string? TaskKey(BillRequest request) => request.Task is { } task ? $"{Path.GetFileName(Path.GetDirectoryName(task.Root))}/{Path.GetFileName(task.Root)}" : null;

    private static string Scope(BillRequest request)
    {
        var what = TaskKey(request) is { } task ? $"task {task}" : request.Projects is [var only] ? $"project {only.ProjectRoot}" : $"{request.Projects.Count} projects";
        return $"{what}{(request.Since is { } since ? $", from {since:yyyy-MM-dd}" : "")}{(request.Until is { } until ? $", until {until:yyyy-MM-dd}" : "")}";
    }
}
