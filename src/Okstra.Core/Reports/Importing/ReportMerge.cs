namespace Okstra.Core.Reports.Importing;

/// <summary>Lays what a Markdown report says over the data it was rendered from: what reads the same keeps its data, what reads differently is taken from the Markdown.</summary>
internal static class ReportMerge
{
    // Above it a finding that was not edited may lose blanks that no cell shows; each one costs a rendering.
    private const int MostFindings = 100;

    // In an order in which each may lean on those before it.
    private static readonly Func<ReportDocument, ReportDocument, ReportDocument>[] Members =
    [
        (report, old) => report with { Title = old.Title },
        (report, old) => report with { Author = old.Author },
        (report, old) => report with { GeneratedAt = old.GeneratedAt },
        (report, old) => report with { Stage = old.Stage },
        (report, old) => report with { BaseSha = old.BaseSha },
        (report, old) => report with { HeadSha = old.HeadSha },
        (report, old) => report with { Header = old.Header },
        (report, old) => report with { Convergence = old.Convergence },
        (report, old) => report with { Grouping = old.Grouping },
        (report, old) => report with { CarryIn = old.CarryIn },
        (report, old) => report with { ProblemSummary = old.ProblemSummary },
        (report, old) => report with { TicketCoverage = old.TicketCoverage },
        (report, old) => report with { ExecutionStatus = old.ExecutionStatus },
        (report, old) => report with { TokenUsage = old.TokenUsage },
        (report, old) => report with { Findings = old.Findings },
        (report, old) => report with { ConsensusIds = old.ConsensusIds },
        (report, old) => report with { DifferenceIds = old.DifferenceIds },
        (report, old) => report with { RoundHistory = old.RoundHistory },
        (report, old) => report with { Round2SkippedReason = old.Round2SkippedReason },
        (report, old) => report with { Round3SkippedReason = old.Round3SkippedReason },
        (report, old) => report with { SkippedWorkers = old.SkippedWorkers },
        (report, old) => report with { FinalClassificationCounts = old.FinalClassificationCounts },
        (report, old) => report with { FinalVerdict = old.FinalVerdict },
        (report, old) => report with { Routing = old.Routing },
        (report, old) => report with { DetailedAnalysis = old.DetailedAnalysis },
        (report, old) => report with { Risks = old.Risks },
        (report, old) => report with { Blockers = old.Blockers },
        (report, old) => report with { Conditions = old.Conditions },
        (report, old) => report with { Plan = old.Plan },
        (report, old) => report with { SourceReport = old.SourceReport },
        (report, old) => report with { Implementation = old.Implementation },
        (report, old) => report with { Verification = old.Verification },
        (report, old) => report with { HandOff = old.HandOff },
        (report, old) => report with { Materials = old.Materials },
        (report, old) => report with { Questions = old.Questions },
        (report, old) => report with { NextSteps = old.NextSteps },
        (report, old) => report with { FollowUps = old.FollowUps },
    ];

    public static ReportDocument Onto(ReportDocument previous, ReportDocument said)
    {
        var wanted = MarkdownReport.Render(said);
        if (MarkdownReport.Render(previous) == wanted)
        {
            return previous;
        }

        var merged = said with
        {
            Inputs = previous.Inputs,
            Header = said.Header with { InspectedFiles = previous.Header.InspectedFiles },
            Convergence = said.Convergence with { RequestedMaxRounds = previous.Convergence.RequestedMaxRounds },
            ExecutionStatus = [.. said.ExecutionStatus.Select(row => previous.ExecutionStatus.FirstOrDefault(old => old.Worker == row.Worker) is { } old ? row with { Vendor = old.Vendor, Seconds = old.Seconds } : row)],
            RoundHistory = [.. said.RoundHistory.Select(round => previous.RoundHistory.FirstOrDefault(old => MarkdownCrossVerification.Round(old).SequenceEqual(MarkdownCrossVerification.Round(round), StringComparer.Ordinal)) ?? round)],
            Plan = said.Plan is { } plan ? plan with { ProposedBy = previous.Plan?.ProposedBy } : null,
        };
        foreach (var member in Members)
        {
            merged = Kept(merged, member(merged, previous), wanted);
        }

        if (ReferenceEquals(merged.Implementation, previous.Implementation) && ReferenceEquals(merged.Verification, previous.Verification) && ReferenceEquals(merged.HandOff, previous.HandOff))
        {
            merged = merged with { Commits = previous.Commits };
        }

        return ReferenceEquals(merged.Findings, previous.Findings) ? merged : Findings(previous, merged, wanted);
    }

    private static ReportDocument Findings(ReportDocument previous, ReportDocument merged, string wanted)
    {
        for (var index = 0; index < merged.Findings.Count; index++)
        {
            var said = merged.Findings[index];
            if (previous.Findings.FirstOrDefault(finding => finding.Id == said.Id) is { } old)
            {
                var hidden = Hidden(old, said, merged.DifferenceIds.Contains(said.Id, StringComparer.Ordinal));
                merged = With(merged, index, hidden);
                merged = merged.Findings.Count > MostFindings ? merged : Kept(merged, With(merged, index, old), wanted);
            }
        }

        return merged;
    }

    // What no part of the report shows, and the positions where it shows none.
    private static ReportFinding Hidden(ReportFinding old, ReportFinding said, bool positionsShown) => said with
    {
        ConfirmedInRound = old.ConfirmedInRound,
        Kind = old.Kind,
        Sources = old.Sources,
        Supporters = old.Supporters,
        Dissenters = old.Dissenters,
        Votes = positionsShown ? said.Votes : old.Votes,
        Statements = positionsShown ? said.Statements : old.Statements,
        Settlement = positionsShown ? said.Settlement : old.Settlement,
    };

    private static ReportDocument With(ReportDocument report, int index, ReportFinding finding) =>
        report with { Findings = [.. report.Findings.Select((other, place) => place == index ? finding : other)] };

    private static ReportDocument Kept(ReportDocument report, ReportDocument kept, string wanted) => MarkdownReport.Render(kept) == wanted ? kept : report;
}
