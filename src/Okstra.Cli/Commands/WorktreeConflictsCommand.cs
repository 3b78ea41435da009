using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Core.Problems;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;
using Okstra.Engine.Conflicts;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra worktree conflicts</c>: which branches would conflict, before anybody merges them.</summary>
internal static class WorktreeConflictsCommand
{
    private const int ShortId = 12;

    public static Command Create(CliContext context)
    {
        var task = new Argument<string?>("task-key") { Description = "A task key, or <task-group>/<task-id>; default: every active task of this repository.", Arity = ArgumentArity.ZeroOrOne };
        var stage = new Option<string?>("--stage") { Description = "Number of a stage of the task." };
        var group = new Option<string?>("--group") { Description = "Id of a stage group of the task, such as 2-3." };
        var baseRef = new Option<string?>("--base") { Description = "Branch, tag or commit to compare with; default: what the main worktree is at." };
        var projectRoot = Options.ProjectRoot();
        var json = Options.Json();
        var command = new Command("conflicts", "Say which branches of tasks would conflict with their base and with one another; changes nothing.") { task, stage, group, baseRef, projectRoot, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var services = Composition.Services(context);
            var scope = ProjectScope.Of(services, parsed.GetValue(projectRoot));
            var forecast = await new ConflictForecaster(services).ForecastAsync(
                new ForecastRequest
                {
                    ProjectRoot = scope.State.ProjectRoot,
                    Only = Key(parsed.GetValue(task), scope.ProjectId, parsed.GetValue(stage), parsed.GetValue(group)),
                    Base = parsed.GetValue(baseRef),
                },
                cancellationToken);
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, forecast, CliJson.Default.ConflictForecast);
            }
            else
            {
                Print(forecast, context.Out);
            }

            return forecast.Conflicts > 0 ? ExitCodes.Waiting : ExitCodes.Ok;
        });
        return command;
    }

    private static WorktreeKey? Key(string? task, string? projectId, string? stage, string? group)
    {
        if (task is null)
        {
            return stage is null && group is null ? null : throw new UserErrorException("OKS0749", "--stage and --group narrow a task, and none is named", "name the task: okstra worktree conflicts <task-key>");
        }

        return TaskKey.TryParse(task, projectId, out var key, out var problem)
            ? WorktreeKey.Of(key, stage is null ? null : StageNumber.Parse(stage), group)
            : throw new UserErrorException(problem);
    }

    private static void Print(ConflictForecast forecast, TextWriter output)
    {
        output.WriteLine($"base: {Line(forecast.Base)}");
        foreach (var branch in forecast.Branches)
        {
            output.WriteLine($"  {Line(branch)}");
        }

        foreach (var skipped in forecast.Skipped)
        {
            output.WriteLine($"  {TerminalText.Clean(skipped.Name)}: not compared, {TerminalText.Clean(skipped.Reason)}");
        }

        foreach (var pair in forecast.Pairs.Where(pair => pair.Outcome != ForecastPair.Clean))
        {
            output.WriteLine($"{pair.Outcome}: {TerminalText.Clean(pair.Left)} and {TerminalText.Clean(pair.Right)}");
            foreach (var conflict in pair.Conflicts)
            {
                output.WriteLine($"  {conflict.Kind}: {TerminalText.Clean(string.Join(", ", conflict.Files))}");
            }
        }

        output.WriteLine($"{forecast.Conflicts} of {forecast.Pairs.Count} pair(s) would conflict");
    }

    private static string Line(ComparedCommit side)
    {
        var branch = side.Branch is { } name && name != side.Name ? $" on {name}" : "";
        var work = side.Uncommitted ? ", with uncommitted work" : "";
        return TerminalText.Clean($"{side.Name}{branch} at {side.Commit[..ShortId]}{work}{(side.Note is { } note ? $" ({note})" : "")}");
    }
}
