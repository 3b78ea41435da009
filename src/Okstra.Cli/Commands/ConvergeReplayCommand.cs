using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Core.Convergence;
using Okstra.Core.Problems;
using Okstra.Core.Tasks;
using Okstra.Engine.Convergence;
using Okstra.Engine.Preparation;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra converge replay &lt;run&gt;</c>: what-if over stored answers, without any new call.</summary>
internal static class ConvergeReplayCommand
{
    private const string Undetermined = "undetermined";

    public static Command Create(CliContext context)
    {
        var run = Options.Run();
        var seq = Options.Seq();
        var projectRoot = Options.ProjectRoot();
        var policy = new Option<string?>("--policy") { Description = "evidence or classic; default: the run's own." };
        var maxRounds = new Option<int?>("--max-rounds") { Description = "1 to 3; default: the run's own." };
        var json = Options.Json();
        var command = new Command("replay", "Recompute a finished run's classes from its stored answers, under the same or other rules.") { run, seq, projectRoot, policy, maxRounds, json };
        command.SetAction(parsed =>
        {
            var services = Composition.Services(context);
            var bundle = ConvergeCommand.Bundle(context, parsed.GetValue(projectRoot), parsed.GetValue(run)!, parsed.GetValue(seq));
            var (state, outcome) = new StateReplay(services, bundle).Run(config => Config(config, bundle.Type, parsed.GetValue(policy), parsed.GetValue(maxRounds)));
            var answer = Answer(bundle, state, outcome);
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, answer, CliJson.Default.ReplayAnswer);
            }
            else
            {
                Print(answer, context);
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    /// <exception cref="UserErrorException">No such policy, or rounds out of range.</exception>
    private static ConvergenceConfig Config(ConvergenceConfig own, TaskType type, string? policy, int? maxRounds)
    {
        var config = policy is null ? own : own with { Policy = ConvergenceRules.ParsePolicy(policy) };
        return maxRounds is null ? config : config with { RequestedMaxRounds = maxRounds, EffectiveMaxRounds = ConvergenceRules.EffectiveMaxRounds(type, maxRounds) };
    }

    private static ReplayAnswer Answer(RunBundle bundle, ConvergenceDocument state, ReplayOutcome outcome) => new()
    {
        TaskKey = state.TaskKey,
        TaskType = state.TaskType,
        Seq = state.Seq,
        State = bundle.Layout.Convergence,
        Then = new ReplayRules(state.Config.Policy.Token(), state.Config.EffectiveMaxRounds, state.RoundHistory.Count, state.FinalClassificationCounts),
        Now = new ReplayRules(outcome.Config.Policy.Token(), outcome.Config.EffectiveMaxRounds, outcome.Rounds, Counts(outcome)),
        Findings = [.. outcome.Findings.Select(finding => new ReplayLine(finding.Id, finding.Title, finding.Then.Token(), finding.Now?.Token() ?? Undetermined, finding.Changed, finding.Reason))],
        Missing = outcome.Missing,
        NewCalls = outcome.NewCalls,
    };

    private static Dictionary<string, int> Counts(ReplayOutcome outcome)
    {
        var counts = Enum.GetValues<FindingClass>().ToDictionary(value => value.Token(), value => outcome.Findings.Count(finding => finding.Now == value), StringComparer.Ordinal);
        counts[Undetermined] = outcome.Findings.Count(finding => finding.Now is null);
        return counts;
    }

    private static void Print(ReplayAnswer answer, CliContext context)
    {
        Print("then", answer.Then, context);
        Print("now ", answer.Now, context);
        var changed = answer.Findings.Where(finding => finding.Changed).ToList();
        context.Out.WriteLine(changed.Count == 0 ? $"no finding changes ({answer.Findings.Count})" : $"{changed.Count} of {answer.Findings.Count} finding(s) change:");
        foreach (var finding in changed)
        {
            context.Out.WriteLine($"  {finding.Id} {TerminalText.Short(finding.Title, 80)}");
            context.Out.WriteLine($"    {finding.Then} -> {finding.Now}: {TerminalText.Clean(finding.Reason)}");
        }

        if (answer.Missing.Count > 0)
        {
            context.Out.WriteLine($"{answer.Missing.Count} question(s) were never put; asking them takes at least {answer.NewCalls} call(s):");
            foreach (var ask in answer.Missing)
            {
                context.Out.WriteLine($"  {TerminalText.Clean(ask.Worker)}, round {ask.Round}: {ask.FindingId}");
            }
        }
    }

    private static void Print(string when, ReplayRules rules, CliContext context) => context.Out.WriteLine(
        $"{when}: {rules.Policy}, at most {rules.MaxRounds} round(s), {rules.Rounds} run: {string.Join(" · ", rules.Classifications.Select(count => $"{count.Key} {count.Value}"))}");
}
