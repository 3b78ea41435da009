using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Core.Tasks;
using Okstra.Engine.Custody;
using Okstra.State.Worktrees;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra worktree prune</c>: frees the disk of what is released or dead; shows first, asks, keeps, then removes.</summary>
internal static class WorktreePruneCommand
{
    public static Command Create(CliContext context)
    {
        var all = new Option<bool>("--all") { Description = "Everything of this machine, not only the project's." };
        var yes = Options.Yes();
        var projectRoot = Options.ProjectRoot();
        var json = Options.Json();
        var command = new Command("prune", "Clear away released worktrees and leftovers of dead runs; work is kept first.") { all, yes, projectRoot, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var services = Composition.Services(context);
            var scope = ProjectScope.Of(services, parsed.GetValue(projectRoot));
            var project = parsed.GetValue(all) ? null : Segment.Of(scope.Registered().ProjectId!);
            var places = WorktreeTarget.Places(services, parsed.GetValue(projectRoot));
            var registry = await new WorktreeRegistry(services.Home, services.Documents, services.Locks, services.Time).ReadAsync(cancellationToken);
            var items = await new PrunePlan(services, places).MakeAsync(registry, project, cancellationToken);
            var output = parsed.GetValue(json) ? context.Error : context.Out;
            await ShowAsync(items, output);
            var sure = items.Count > 0 && (parsed.GetValue(yes) || await ConfirmsAsync(context));
            var outcomes = new List<PruneOutcome>();
            foreach (var item in sure ? items : [])
            {
                var outcome = await new WorktreePrune(services, places).RemoveAsync(item, cancellationToken);
                outcomes.Add(outcome);
                await TellAsync(outcome, output, context.Error);
            }

            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, WorktreePruneAnswer.Of(items, outcomes, sure), CliJson.Default.WorktreePruneAnswer);
            }

            return items.Count == 0 ? ExitCodes.Ok : !sure ? ExitCodes.Waiting : outcomes.Any(outcome => outcome.Refusal is not null) ? ExitCodes.Refused : ExitCodes.Ok;
        });
        return command;
    }

    private static async Task ShowAsync(IReadOnlyList<PruneItem> items, TextWriter output)
    {
        if (items.Count == 0)
        {
            await output.WriteLineAsync("nothing to clear away");
            return;
        }

        foreach (var item in items)
        {
            var branch = item.Branch is { } name ? $", branch {TerminalText.Clean(name)}" : "";
            var kept = item.KeptRef is { } reference ? $" as {reference}" : "";
            await output.WriteLineAsync($"{TerminalText.Clean(item.Path)} ({Sizes.Show(item.Bytes)}{branch}): {item.Why}{kept}");
        }

        await output.WriteLineAsync($"frees {Sizes.Show(items.Sum(item => item.Bytes))}");
    }

    private static async Task<bool> ConfirmsAsync(CliContext context)
    {
        if (!context.InputIsTerminal)
        {
            await context.Error.WriteLineAsync("hint: nothing was removed; say --yes to clear it away");
            return false;
        }

        await context.Error.WriteAsync("Clear it away? Work is kept first. [y/N] ");
        var answer = await context.In.ReadLineAsync();
        return answer?.Trim() is "y" or "Y" or "yes";
    }

    private static async Task TellAsync(PruneOutcome outcome, TextWriter output, TextWriter error)
    {
        var path = TerminalText.Clean(outcome.Item.Path);
        if (outcome.Refusal is { } refusal)
        {
            await error.WriteLineAsync($"left alone: {path}: {TerminalText.Clean(refusal.Message)}{(refusal.Hint is { } hint ? $" (hint: {hint})" : "")}");
            return;
        }

        await output.WriteLineAsync($"cleared: {path}{(outcome.KeptRef is { } kept ? $"; kept as {kept}" : "")}");
        if (outcome.BranchKept is { } why)
        {
            await output.WriteLineAsync($"branch {TerminalText.Clean(outcome.Item.Branch ?? "")} stays: {TerminalText.Clean(why)}");
        }
    }
}
