using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Okstra.Cli.Output;
using Okstra.Cli.Running;
using Okstra.Core.Findings;
using Okstra.Core.Workers;
using Okstra.Engine.Dispatching;
using Okstra.Engine.Leading;
using Okstra.Engine.Preparation;
using Okstra.State.Documents;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra converge plan &lt;run&gt;</c>: which prompts go to whom now.</summary>
internal static class ConvergePlanCommand
{
    public static Command Create(CliContext context)
    {
        var run = Options.Run();
        var seq = Options.Seq();
        var projectRoot = Options.ProjectRoot();
        var timeout = RunCommand.WorkerTimeout();
        var tsv = new Option<bool>("--tsv") { Description = "Print one line per dispatch for scripts: worker, round, batch, agent name, vendor, model, prompt, its SHA-256, finding ids." };
        var json = Options.Json();
        var command = new Command("plan", "Say which prompts go to whom now, and write them.") { run, seq, projectRoot, timeout, tsv, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var budget = RunCommand.Budget(parsed.GetValue(timeout));
            var bundle = ConvergeCommand.Bundle(context, parsed.GetValue(projectRoot), parsed.GetValue(run)!, parsed.GetValue(seq));
            var lead = new SessionLead(Composition.Services(context), new PlainRunView(context.Error, context.Time));
            var standing = await lead.PlanAsync(bundle, budget, cancellationToken);
            var answer = Answer(bundle, standing);
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, answer, CliJson.Default.PlanAnswer);
            }
            else if (parsed.GetValue(tsv))
            {
                PrintLines(answer, context);
            }
            else
            {
                Print(answer, context);
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static PlanAnswer Answer(RunBundle bundle, LeadStanding standing) => new()
    {
        TaskKey = bundle.Key.ToString(),
        TaskType = bundle.Manifest.TaskType,
        Seq = bundle.Manifest.Seq,
        RunDir = bundle.Layout.Root,
        Stage = standing.Stage switch
        {
            LeadStage.Analysis => "analysis",
            LeadStage.Reverification => "re-verification",
            _ => "done",
        },
        Round = standing.Round,
        Dispatches = [.. standing.Open.Select(order => Dispatch(bundle, order))],
        Recorded =
        [
            .. standing.Recorded.Select(recorded => new RecordedLine(
                recorded.Order.Entry.Worker,
                recorded.Order.Round,
                recorded.Order.Batch,
                recorded.Document.Status.Token(),
                bundle.Layout.DispatchDocument(recorded.Order.Entry.Worker, recorded.Order.Round, recorded.Order.Batch))),
        ],
        Schema = standing.Open.Count == 0 ? null : Schema(standing.Open[0].Kind),
        Next = standing.Open.Count > 0 ? "record" : "finish",
    };

    private static PlannedDispatch Dispatch(RunBundle bundle, DispatchOrder order) => new()
    {
        Worker = order.Entry.Worker,
        Role = order.Entry.Role,
        AgentName = order.AgentName,
        Model = order.Entry.Model,
        Vendor = order.Entry.Vendor,
        Round = order.Round,
        Batch = order.Batch,
        PromptPath = bundle.Layout.Prompt(order.Entry.Worker, order.Round, order.Batch),
        PromptSha256 = ContentHash.OfText(order.Prompt),
        AnswerSchema = order.Kind == AnswerKind.Votes ? "votes.v1.json" : "findings.v1.json",
        FindingIds = [.. order.Findings.Select(finding => finding.Id)],
    };

    private static JsonElement Schema(AnswerKind kind)
    {
        using var schema = JsonDocument.Parse(kind == AnswerKind.Votes ? AnswerSchemas.Votes : AnswerSchemas.Findings);
        return schema.RootElement.Clone();
    }

    private static void PrintLines(PlanAnswer answer, CliContext context)
    {
        foreach (var dispatch in answer.Dispatches)
        {
            string[] cells =
            [
                dispatch.Worker,
                dispatch.Round.ToString(CultureInfo.InvariantCulture),
                dispatch.Batch.ToString(CultureInfo.InvariantCulture),
                dispatch.AgentName,
                dispatch.Vendor,
                dispatch.Model.Execution,
                dispatch.PromptPath,
                dispatch.PromptSha256,
                dispatch.FindingIds.Count == 0 ? "-" : string.Join(',', dispatch.FindingIds),
            ];
            context.Out.WriteLine(string.Join('\t', cells.Select(TerminalText.Clean)));
        }
    }

    private static void Print(PlanAnswer answer, CliContext context)
    {
        context.Out.WriteLine($"{answer.TaskKey} {answer.TaskType} run {answer.Seq}");
        context.Out.WriteLine(answer.Dispatches.Count == 0
            ? $"nothing is left to ask; {answer.Recorded.Count} dispatch(es) recorded"
            : $"{(answer.Round == 0 ? "analysis" : $"round {answer.Round}")}: {answer.Dispatches.Count} dispatch(es) to make, {answer.Recorded.Count(line => line.Round == answer.Round)} recorded");
        foreach (var dispatch in answer.Dispatches)
        {
            context.Out.WriteLine($"  {TerminalText.Clean(dispatch.Worker)} ({TerminalText.Clean(dispatch.AgentName)}, {TerminalText.Clean(dispatch.Model.Display)}), batch {dispatch.Batch}{(dispatch.FindingIds.Count == 0 ? "" : $": {dispatch.FindingIds.Count} finding(s)")}");
            context.Out.WriteLine($"    {dispatch.PromptPath}");
        }

        context.Out.WriteLine(answer.Dispatches.Count == 0
            ? $"next: okstra converge finish {answer.TaskKey}"
            : $"next: okstra converge record {answer.TaskKey} --worker <worker> --round {answer.Round} --batch <batch> --answer <file>");
    }
}
