using Okstra.Core.Findings;

namespace Okstra.Core.Convergence;

/// <summary>What the executions of a command say about one citation of it.</summary>
public sealed record SettlementVerdict
{
    public required SettlementExpectation Cited { get; init; }

    public required SettlementOutcome Outcome { get; init; }

    /// <summary>To follow "it …".</summary>
    public required string Reason { get; init; }

    /// <summary>Judges a citation; pure, and total over whatever was run.</summary>
    /// <param name="cited">What the citation says.</param>
    /// <param name="runs">The execution, and the second one that a reproduced failure gets; never empty.</param>
    /// <param name="log">Of the first.</param>
    public static SettlementVerdict Of(SettlementExpectation cited, IReadOnlyList<SettlementRun> runs, string log)
    {
        var first = runs[0];
        if (!first.EndedByItself)
        {
            return Undecidable(cited, first.Failure);
        }

        if (runs.Count > 1 && runs[1] != first)
        {
            return Undecidable(cited, runs[1].EndedByItself ? $"is flaky: exit code {first.ExitCode}, then {runs[1].ExitCode}" : $"{runs[1].Failure} when it was run a second time");
        }

        if (first.ExitCode != cited.ExitCode)
        {
            return new SettlementVerdict { Cited = cited, Outcome = SettlementOutcome.NotReproduced, Reason = $"ended with exit code {first.ExitCode}, not with the cited {cited.ExitCode}" };
        }

        if (string.IsNullOrWhiteSpace(cited.Quote))
        {
            // Anybody could cite a check that passes beside a claim it has nothing to do with.
            return first.ExitCode == 0
                ? Undecidable(cited, "passed, as cited, and a check that passes shows no defect unless the citation quotes its log")
                : Reproduced(cited, $"ended with exit code {first.ExitCode}, as cited");
        }

        return new QuotableText(log).Contains(cited.Quote)
            ? Reproduced(cited, $"ended with exit code {first.ExitCode} and the quote stands in its log")
            : Undecidable(cited, $"ended with exit code {first.ExitCode}, as cited, but the quote does not stand in its log");
    }

    private static SettlementVerdict Reproduced(SettlementExpectation cited, string reason) => new() { Cited = cited, Outcome = SettlementOutcome.Reproduced, Reason = reason };

    private static SettlementVerdict Undecidable(SettlementExpectation cited, string reason) => new() { Cited = cited, Outcome = SettlementOutcome.Undecidable, Reason = reason };
}
