using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Cli.Running;
using Okstra.Core.Workers;
using Okstra.Engine.Leading;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra converge finish &lt;run&gt;</c>: the state document, once every round is over.</summary>
internal static class ConvergeFinishCommand
{
    public static Command Create(CliContext context)
    {
        var run = Options.Run();
        var seq = Options.Seq();
        var projectRoot = Options.ProjectRoot();
        var json = Options.Json();
        var command = new Command("finish", "Write the state document, once every dispatch is recorded.") { run, seq, projectRoot, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var bundle = ConvergeCommand.Bundle(context, parsed.GetValue(projectRoot), parsed.GetValue(run)!, parsed.GetValue(seq));
            var finish = await new SessionLead(Composition.Services(context), new PlainRunView(context.Error, context.Time)).FinishAsync(bundle, cancellationToken);
            var answer = Answer(finish);
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, answer, CliJson.Default.FinishAnswer);
            }
            else
            {
                Print(answer, context);
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static FinishAnswer Answer(LeadFinish finish) => new()
    {
        TaskKey = finish.Document.TaskKey,
        TaskType = finish.Document.TaskType,
        Seq = finish.Document.Seq,
        State = finish.Path,
        Classifications = finish.Document.FinalClassificationCounts,
        RoundHistory = finish.Document.RoundHistory,
        Round2SkippedReason = finish.Document.Round2SkippedReason,
        Round3SkippedReason = finish.Document.Round3SkippedReason,
        SkippedWorkers = finish.Document.SkippedWorkers,
        Next = $"okstra resume {finish.Document.TaskKey} --seq {finish.Document.Seq}",
    };

    private static void Print(FinishAnswer answer, CliContext context)
    {
        foreach (var round in answer.RoundHistory)
        {
            var failed = round.Dispatches.Count(dispatch => dispatch.TerminalStatus != WorkerStatus.Completed);
            context.Out.WriteLine($"round {round.Round}: queue {round.QueueBefore.Count} -> {round.QueueAfter.Count}, {round.Dispatches.Count} dispatch(es), {failed} failed");
        }

        context.Out.WriteLine(string.Join(" · ", answer.Classifications.Select(count => $"{count.Key} {count.Value}")));
        context.Out.WriteLine($"state: {answer.State}");
        context.Out.WriteLine($"next: {answer.Next}");
    }
}
