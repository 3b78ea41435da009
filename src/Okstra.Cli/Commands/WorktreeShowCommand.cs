using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Engine.Custody;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra worktree show &lt;task-key&gt;</c>: one worktree, what is kept of it and what git ignores in it.</summary>
internal static class WorktreeShowCommand
{
    public static Command Create(CliContext context)
    {
        var target = new WorktreeTarget();
        var json = Options.Json();
        var command = target.AddTo(new Command("show", "Show one worktree and what is kept of it.") { json });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var services = Composition.Services(context);
            var detail = await new WorktreeInspection(services, target.Places(parsed, services)).ShowAsync(target.Key(parsed, services), cancellationToken);
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, detail, CliJson.Default.WorktreeDetail);
            }
            else
            {
                Print(detail, context.Out);
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Print(WorktreeDetail detail, TextWriter output)
    {
        var view = detail.Worktree;
        output.WriteLine($"{view.Key}: {view.Status}, {view.Agreement}");
        output.WriteLine($"path: {TerminalText.Clean(view.Path)} ({Sizes.Show(view.Bytes)})");
        output.WriteLine($"branch: {TerminalText.Clean(view.Branch)}, {view.Ahead?.ToString() ?? "?"} commits beyond {view.BaseRef}, {view.Dirty?.ToString() ?? "?"} files changed");
        output.WriteLine($"repository: {TerminalText.Clean(view.Repository)}");
        output.WriteLine($"made: {view.CreatedAt}, last phase: {TerminalText.Clean(view.LastPhase)}");
        foreach (var kept in detail.Kept)
        {
            output.WriteLine($"kept: {kept.Ref} {kept.Commit} at {kept.At}, {TerminalText.Clean(kept.What)}");
        }

        foreach (var file in detail.Precious)
        {
            output.WriteLine($"ignored, nothing makes it again: {TerminalText.Clean(file.Path)} ({Sizes.Show(file.Bytes)})");
        }

        foreach (var file in detail.Regenerable)
        {
            output.WriteLine($"ignored output: {TerminalText.Clean(file.Path)} ({Sizes.Show(file.Bytes)})");
        }

        if (view.Problem is { } problem)
        {
            output.WriteLine($"problem: {TerminalText.Clean(problem)}");
        }
    }
}
