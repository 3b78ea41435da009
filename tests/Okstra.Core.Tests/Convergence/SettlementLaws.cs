using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Convergence;

namespace Okstra.Core.Tests.Convergence;

/// <summary>Laws of settlement over random worlds.</summary>
public sealed class SettlementLaws
{
    private const string Votes = "AaDduwmx-";

    /// <summary>Whatever was run: a finding that is not contested stays as it is, votes never change, counts add up, and only REPRODUCED moves a class.</summary>
    [Fact]
    public void Only_a_reproduced_command_moves_a_contested_finding_and_nothing_else_changes() => Holds((letters, exits) =>
    {
        var state = World(letters, classic: exits.Length % 2 == 0);
        var commands = Commands(exits);

        var settled = Settlement.Apply(state, commands, []);
        var document = ConvergenceDocuments.Compose(settled, "p:g:t", Core.Tasks.TaskType.ErrorAnalysis, "001", new Dictionary<string, string>(StringComparer.Ordinal), []);

        return document.FinalClassificationCounts.Values.Sum() == state.Findings.Count
            && state.Findings.Zip(settled.Findings).All(pair => ReferenceEquals(pair.First.Votes, pair.Second.Votes)
                && pair.First.Supporters == pair.Second.Supporters
                && ((pair.First.Classification == FindingClass.Contested && pair.First.Supporters.Count > 0) || pair.First == pair.Second)
                && (pair.First.Classification == pair.Second.Classification || (pair.Second.Settlement is { Outcome: SettlementOutcome.Reproduced } && pair.Second.Classification!.Value.IsConfirmed())));
    });

    /// <summary>The order in which commands were run, and findings stand, does not matter; applying twice is applying once.</summary>
    [Fact]
    public void Order_does_not_matter_and_twice_is_once() => Holds((letters, exits) =>
    {
        var state = World(letters, classic: false);
        var commands = Commands(exits);
        var reversed = state with { Findings = [.. state.Findings.Reverse().Select(finding => finding with { Finding = finding.Finding with { Evidence = [.. finding.Finding.Evidence.Reverse()] } })] };

        var one = Settlement.Apply(state, commands, []);
        var other = Settlement.Apply(reversed, [.. commands.Reverse()], []);

        return one.Findings.All(finding => other.Findings.Single(candidate => candidate.Finding.Id == finding.Finding.Id) is var same
                && same.Classification == finding.Classification && same.Settlement == finding.Settlement && same.Reason == finding.Reason)
            && Settlement.Apply(one, commands, []).Findings.Where(finding => finding.Classification != FindingClass.Contested).SequenceEqual(one.Findings.Where(finding => finding.Classification != FindingClass.Contested));
    });

    private static void Holds(Func<byte[], byte[], bool> law) => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<byte[]>(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static ConvergenceState World(byte[] letters, bool classic)
    {
        var findings = Enumerable.Range(0, 4).Select(number => Sample.Finding($"F-00{number + 1}", "a") with
        {
            Evidence = [Sample.Holding("a"), SettlementTests.Cited("a", 1, "", "pytest", "-q", "-k", $"t{number}"), SettlementTests.Cited("a", number, "", "pytest", "-q")],
        });
        char Letter(Batch batch, Ask ask) => letters.Length == 0 ? 'u' : Votes[letters[(batch.Worker[0] + (batch.Round * 7) + ask.FindingId[^1]) % letters.Length] % Votes.Length];
        return Play.Run(Sample.Input(classic ? ConvergencePolicy.Classic : ConvergencePolicy.Evidence, "abc", 2, [.. findings]), Letter).State;
    }

    private static IReadOnlyList<SettlementCommand> Commands(byte[] exits) =>
    [
        .. exits.Take(5).Select((exit, number) =>
        {
            IReadOnlyList<SettlementRun> runs = [new(exit % 5 == 4 ? "timed-out" : "exited", exit % 4)];
            return new SettlementCommand
            {
                Argv = number == 4 ? ["pytest", "-q"] : ["pytest", "-q", "-k", $"t{number}"],
                Declared = "pytest -q",
                Runs = runs,
                LogPath = null,
                LogTail = "",
                Verdicts = [.. Enumerable.Range(0, 4).Select(cited => SettlementVerdict.Of(new SettlementExpectation(cited, ""), runs, ""))],
            };
        }),
    ];
}
