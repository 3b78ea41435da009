using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Engine.Custody;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra worktree repair</c>: brings the registry in line with what git and disk prove.</summary>
internal static class WorktreeRepairCommand
{
    public static Command Create(CliContext context)
    {
        var check = new Option<bool>("--check") { Description = "Only report; exit code 2 when there is something to repair." };
        var projectRoot = Options.ProjectRoot();
        var json = Options.Json();
        var command = new Command("repair", "Repair the registry of worktrees, or make a lost one again.") { check, projectRoot, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var services = Composition.Services(context);
            var checkOnly = parsed.GetValue(check);
            var findings = await new WorktreeRepair(services, WorktreeTarget.Places(services, parsed.GetValue(projectRoot))).RepairAsync(checkOnly, cancellationToken);
            var answer = new WorktreeRepairAnswer(
                [.. findings.Where(finding => finding.CanRepair).Select(finding => finding.What)],
                [.. findings.Where(finding => !finding.CanRepair).Select(finding => finding.What)],
                Changed: !checkOnly && findings.Any(finding => finding.CanRepair));
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, answer, CliJson.Default.WorktreeRepairAnswer);
            }
            else
            {
                Print(answer, checkOnly, context.Out);
            }

            return checkOnly && answer.Repairs.Count > 0 ? ExitCodes.Waiting : ExitCodes.Ok;
        });
        return command;
    }

    private static void Print(WorktreeRepairAnswer answer, bool checkOnly, TextWriter output)
    {
        foreach (var repair in answer.Repairs)
        {
            output.WriteLine($"{(checkOnly ? "to repair" : "repaired")}: {TerminalText.Clean(repair)}");
        }

        foreach (var left in answer.LeftToYou)
        {
            output.WriteLine($"left to you: {TerminalText.Clean(left)}");
        }

        if (answer.Repairs.Count + answer.LeftToYou.Count == 0)
        {
            output.WriteLine("nothing to repair");
        }
    }
}
