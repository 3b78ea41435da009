using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Engine.Custody;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra worktree release &lt;task-key&gt;</c>: gives the claim back; work is kept, directory and branch stay (R-CLI-085, R-OPN-43).</summary>
internal static class WorktreeReleaseCommand
{
    public static Command Create(CliContext context)
    {
        var target = new WorktreeTarget();
        var json = Options.Json();
        var command = target.AddTo(new Command("release", "Give a worktree back; its work is kept, directory and branch stay.") { json });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var services = Composition.Services(context);
            var outcome = await new WorktreeRelease(services, target.Places(parsed, services)).ReleaseAsync(target.Key(parsed, services), cancellationToken);
            var answer = WorktreeReleaseAnswer.Of(outcome);
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, answer, CliJson.Default.WorktreeReleaseAnswer);
            }
            else
            {
                Print(answer, context);
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Print(WorktreeReleaseAnswer answer, CliContext context)
    {
        context.Out.WriteLine(answer.WasReleased ? $"released already: {answer.Key}" : $"released: {answer.Key}");
        context.Out.WriteLine(answer.KeptRef is { } kept ? $"its work is kept as {kept} ({answer.KeptCommit})" : "there is no work beyond the commit it began at");
        context.Out.WriteLine($"directory {TerminalText.Clean(answer.Path)} and branch {TerminalText.Clean(answer.Branch)} stay");
        context.Error.WriteLine("hint: okstra worktree prune frees the disk, okstra worktree restore takes the work up again");
    }
}
