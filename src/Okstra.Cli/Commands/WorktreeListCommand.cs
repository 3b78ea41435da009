using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Core.Tasks;
using Okstra.Engine.Custody;
using Spectre.Console;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra worktree list</c>: which worktrees there are, what they cost and whether everybody agrees about them.</summary>
internal static class WorktreeListCommand
{
    public static Command Create(CliContext context)
    {
        var all = new Option<bool>("--all") { Description = "Worktrees of every project of this machine." };
        var projectRoot = Options.ProjectRoot();
        var json = Options.Json();
        var command = new Command("list", "List the worktrees of the project's tasks.") { all, projectRoot, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var services = Composition.Services(context);
            var scope = ProjectScope.Of(services, parsed.GetValue(projectRoot));
            var project = parsed.GetValue(all) ? null : Segment.Of(scope.Registered().ProjectId!);
            var views = await new WorktreeInspection(services, WorktreeTarget.Places(services, parsed.GetValue(projectRoot))).ListAsync(project, cancellationToken);
            var answer = new WorktreeListAnswer(views, views.Sum(view => view.Bytes));
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, answer, CliJson.Default.WorktreeListAnswer);
            }
            else
            {
                Print(answer, context);
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Print(WorktreeListAnswer answer, CliContext context)
    {
        if (answer.Worktrees.Count == 0)
        {
            context.Out.WriteLine("no worktrees");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("Worktree", "Status", "Branch", "Changed", "Ahead", "Kept", "Size", "State", "Phase");
        foreach (var view in answer.Worktrees)
        {
            table.AddRow(Text(view.Key), Text(view.Status), Text(view.Branch), view.Dirty?.ToString() ?? "?", view.Ahead?.ToString() ?? "?", view.Kept.ToString(), Sizes.Show(view.Bytes), Text(view.Agreement), Text(view.LastPhase));
        }

        Consoles.For(context.Out, context.OutputIsTerminal, context).Write(table);
        foreach (var view in answer.Worktrees)
        {
            context.Out.WriteLine($"{TerminalText.Clean(view.Key)}: {TerminalText.Clean(view.Path)}{(view.Problem is null ? "" : $" ({TerminalText.Clean(view.Problem)})")}");
        }

        context.Out.WriteLine($"total: {Sizes.Show(answer.TotalBytes)}");
    }

    private static string Text(string text) => Markup.Escape(TerminalText.Clean(text));
}
