using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Cli.Running;
using Okstra.Core.Workers;
using Okstra.Engine.Leading;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra converge record &lt;run&gt;</c>: what came of one dispatch.</summary>
internal static class ConvergeRecordCommand
{
    public static Command Create(CliContext context)
    {
        var run = Options.Run();
        var seq = Options.Seq();
        var projectRoot = Options.ProjectRoot();
        var json = Options.Json();
        var what = new ConvergeRecordOptions();
        var command = new Command("record", "Record a worker's answer or failure.") { run, seq, projectRoot, json };
        what.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var answer = what.Read(parsed, context);
            var bundle = ConvergeCommand.Bundle(context, parsed.GetValue(projectRoot), parsed.GetValue(run)!, parsed.GetValue(seq));
            var recorded = await new SessionLead(Composition.Services(context), new PlainRunView(context.Error, context.Time)).RecordAsync(bundle, answer, cancellationToken);
            var document = recorded.Document;
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(
                    context.Out,
                    new RecordAnswer
                    {
                        TaskKey = document.TaskKey,
                        Worker = document.Worker,
                        Round = document.Round,
                        Batch = document.Batch,
                        Status = document.Status.Token(),
                        Reason = document.Reason,
                        Document = recorded.Path,
                        AlreadyRecorded = recorded.AlreadyRecorded,
                        Open = recorded.OpenInRound,
                        Next = recorded.OpenInRound > 0 ? "record" : "plan",
                    },
                    CliJson.Default.RecordAnswer);
                return ExitCodes.Ok;
            }

            var how = document.Reason is null ? document.Status.Token() : $"{document.Status.Token()}: {TerminalText.Clean(document.Reason)}";
            await context.Out.WriteLineAsync($"{TerminalText.Clean(document.Worker)}, round {document.Round}, batch {document.Batch}: {how}{(recorded.AlreadyRecorded ? " (recorded before)" : "")}");
            await context.Out.WriteLineAsync(recorded.OpenInRound > 0 ? $"{recorded.OpenInRound} dispatch(es) still open" : $"next: okstra converge plan {bundle.Key}");
            return ExitCodes.Ok;
        });
        return command;
    }
}
