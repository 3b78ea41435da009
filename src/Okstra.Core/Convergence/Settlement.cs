using Okstra.Core.Findings;
using Okstra.Core.Text;

namespace Okstra.Core.Convergence;

/// <summary>
/// Executable settlement: a contested finding that cites a confirmed command is decided by what running it showed. Execution beats reading; whoever
/// dissented stays in the votes.
/// </summary>
public static class Settlement
{
    /// <summary>Who ran the command, as a voter's vendor would be called.</summary>
    public const string Vendor = "okstra";

    private const int LongestShown = 160;

    /// <summary>Findings that may be settled: the loop left them contested and somebody still supports them.</summary>
    public static IEnumerable<FindingState> Open(ConvergenceState state) => state is { Finished: true, Input.Config.Enabled: true }
        ? state.Findings.Where(finding => finding is { Classification: FindingClass.Contested, Supporters.Count: > 0 })
        : [];

    /// <summary>An open finding cites a command at all.</summary>
    public static bool IsPossible(ConvergenceState state) => Open(state).Any(finding => Cited(finding.Finding).Any());

    /// <summary>The authors' citations of commands.</summary>
    public static IEnumerable<Evidence> Cited(ClusteredFinding finding) => finding.Evidence.Where(cited => cited is { Kind: "command", Argv.Count: > 0, ExitCode: not null });

    public static SettlementExpectation Expectation(Evidence cited) => new(cited.ExitCode!.Value, cited.Quote);

    /// <summary>The same with a document, when it was made from the documents the state was folded from.</summary>
    public static ConvergenceState Apply(ConvergenceState state, SettlementDocument? document, IReadOnlyDictionary<string, string> inputs) =>
        document is not null && document.Inputs.All(input => inputs.TryGetValue(input.Key, out var hash) && hash == input.Value)
            ? Apply(state, document.Commands, document.Refusals)
            : state;

    /// <summary>
    /// The state with what the commands showed. Findings that are not contested never change, and nobody's vote does. A command that passes lifts no veto:
    /// only a failure that was reproduced outweighs evidence somebody read.
    /// </summary>
    public static ConvergenceState Apply(ConvergenceState state, IReadOnlyList<SettlementCommand> commands, IReadOnlyList<SettlementRefusal> refusals)
    {
        var open = Open(state).Select(finding => finding.Finding.Id).ToHashSet(StringComparer.Ordinal);
        return open.Count == 0 ? state : state with { Findings = [.. state.Findings.Select(finding => open.Contains(finding.Finding.Id) ? Apply(finding, state.Input, commands, refusals) : finding)] };
    }

    private static FindingState Apply(FindingState finding, ConvergenceInput input, IReadOnlyList<SettlementCommand> commands, IReadOnlyList<SettlementRefusal> refusals)
    {
        var verdicts = Cited(finding.Finding).Select(cited => Match(cited, commands)).OfType<(SettlementCommand Command, SettlementVerdict Verdict)>().ToList();
        if (verdicts.Count == 0)
        {
            return refusals.FirstOrDefault(refusal => refusal.FindingId == finding.Finding.Id) is { } refused
                ? finding with { Settlement = new SettlementResult { Outcome = null, Argv = refused.Argv, Reason = refused.Reason } }
                : finding;
        }

        // One citation that running contradicts is enough to doubt the claim; one that says nothing is not.
        var (command, verdict) = verdicts.OrderBy(entry => entry.Verdict.Outcome switch
        {
            SettlementOutcome.NotReproduced => 0,
            SettlementOutcome.Reproduced => 1,
            _ => 2,
        }).ThenBy(entry => string.Join('\0', entry.Command.Argv), StringComparer.Ordinal).ThenBy(entry => entry.Verdict.Cited.ExitCode).ThenBy(entry => entry.Verdict.Cited.Quote, StringComparer.Ordinal).First();
        var result = Result(command, verdict);
        return verdict.Outcome == SettlementOutcome.Reproduced && !(verdict.Cited.ExitCode == 0 && finding.Dissenters.Count > 0)
            ? Reproduced(finding, input, commands, result)
            : finding with { Settlement = result, Reason = $"{finding.Reason} {result.Reason}" };
    }

    private static FindingState Reproduced(FindingState finding, ConvergenceInput input, IReadOnlyList<SettlementCommand> commands, SettlementResult result)
    {
        var supporters = input.V.Count(finding.Supporters.Contains);
        return finding with
        {
            Finding = finding.Finding with { Unsupported = false, Evidence = [.. finding.Finding.Evidence.Select(cited => Checked(cited, commands))] },
            Classification = supporters <= 1 ? FindingClass.WorkerUnique : supporters == input.V.Count ? FindingClass.FullConsensus : FindingClass.PartialConsensus,
            ConfirmedInRound = null,
            Dissenters = [],
            Reason = result.Reason,
            Settlement = result,
        };
    }

    private static Evidence Checked(Evidence cited, IReadOnlyList<SettlementCommand> commands) =>
        cited is { Kind: "command", Argv: not null, ExitCode: not null } && Match(cited, commands) is { Verdict.Outcome: SettlementOutcome.Reproduced } ? cited with { Check = CitationVerdict.Holds, Note = null } : cited;

    private static (SettlementCommand Command, SettlementVerdict Verdict)? Match(Evidence cited, IReadOnlyList<SettlementCommand> commands) =>
        commands.FirstOrDefault(command => command.Argv.SequenceEqual(cited.Argv!, StringComparer.Ordinal)) is { } command
        && command.Verdicts.FirstOrDefault(verdict => verdict.Cited == Expectation(cited)) is { } verdict
            ? (command, verdict)
            : null;

    private static SettlementResult Result(SettlementCommand command, SettlementVerdict verdict) => new()
    {
        Outcome = verdict.Outcome,
        Argv = command.Argv,
        CitedExitCode = verdict.Cited.ExitCode,
        ExitCode = command.Runs[0].ExitCode,
        Ending = command.Runs[0].Ending,
        Quote = verdict.Cited.Quote,
        LogTail = command.LogTail,
        LogPath = command.LogPath,
        Runs = command.Runs.Count(run => run.ExitCode is not null),
        Reason = $"`{SafeText.OneLine(string.Join(' ', command.Argv), LongestShown).Replace('`', '\'')}` at the inspected commit {Says(verdict.Outcome)}: it {verdict.Reason}.",
    };

    private static string Says(SettlementOutcome outcome) => outcome switch
    {
        SettlementOutcome.Reproduced => "reproduced it",
        SettlementOutcome.NotReproduced => "did not reproduce it",
        _ => "decided nothing",
    };
}
