using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Engine.Custody;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra worktree restore &lt;task-key&gt;</c>: brings kept work back.</summary>
internal static class WorktreeRestoreCommand
{
    public static Command Create(CliContext context)
    {
        var target = new WorktreeTarget();
        var from = new Option<string?>("--from") { Description = "A kept ref or its number; default: the newest." };
        var to = new Option<string?>("--to") { Description = "A new or empty folder for a copy that is not registered." };
        var branch = new Option<string?>("--branch") { Description = "Branch to put the work on; default: the one it was on." };
        var json = Options.Json();
        var command = target.AddTo(new Command("restore", "Bring released or cleared work back, byte for byte.") { from, to, branch, json });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var services = Composition.Services(context);
            var request = new RestoreRequest
            {
                Key = target.Key(parsed, services),
                From = parsed.GetValue(from),
                To = parsed.GetValue(to) is { } folder ? Path.GetFullPath(folder, services.Host.CurrentDirectory) : null,
                Branch = parsed.GetValue(branch),
                ProjectRoot = ProjectScope.Of(services, parsed.GetValue(target.ProjectRoot)).State.ProjectRoot,
            };
            var answer = WorktreeRestoreAnswer.Of(await new WorktreeRestore(services, target.Places(parsed, services)).RestoreAsync(request, cancellationToken));
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, answer, CliJson.Default.WorktreeRestoreAnswer);
            }
            else
            {
                Print(answer, context.Out);
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Print(WorktreeRestoreAnswer answer, TextWriter output)
    {
        output.WriteLine($"restored: {answer.Key} in {TerminalText.Clean(answer.Path)}{(answer.Branch is { } branch ? $" on branch {TerminalText.Clean(branch)}" : "")}");
        if (answer.KeptRef is { } kept)
        {
            output.WriteLine($"from {kept} ({answer.KeptCommit})");
        }

        foreach (var note in answer.Notes)
        {
            output.WriteLine(TerminalText.Clean(note));
        }
    }
}
