using System.Globalization;
using Okstra.Core.Planning;

namespace Okstra.Core.Reports.Importing;

/// <summary>Section 4.5 of a planning report.</summary>
internal static class ImportPlan
{
    public static PlanSection Read(ImportScan scan)
    {
        scan.Require("heading.4.5");
        scan.Require("heading.4.5.8");
        return new PlanSection
        {
            ProposedBy = null,
            Options = [.. Rows("4.5.1").Select(row => new PlanOption(row.Text("option"), row.Text("summary"), row.Items("files", '\n')))],
            TradeOffs = [.. Rows("4.5.2").Select(row => new PlanTradeOff
            {
                Option = row.Text("option"),
                Complexity = row.Text("complexity"),
                Risk = row.Text("risk"),
                BlastRadius = row.Text("blastRadius"),
                Testability = row.Text("testability"),
                Effort = row.Text("effort"),
            })],
            Recommended = new ItemRows(Rows("4.5.3")) is { Any: true } choice
                ? new PlanRecommendation(choice.Text("row.recommendedOption"), choice.Text("row.coreReason"), choice.Text("row.optionBasis"), choice.Text("row.rejected"))
                : null,
            Steps = [.. Rows("4.5.4").Select(row => new PlanStep
            {
                Step = row.Text("step"),
                TicketIds = row.Items("ticket", ','),
                Action = row.Text("action"),
                Files = row.Items("files", '\n'),
                Command = row.Text("command"),
                Expected = row.Text("expectedResult"),
            })],
            Stages = [.. scan.Rows("heading.stages", "empty.stages").Select(row => new PlanStage
            {
                Stage = row.Number("stage") ?? 0,
                Title = row.Text("title"),
                DependsOn = [.. row.Items("dependsOn", ',').Select(text => Stage(row, text, scan)).OfType<int>()],
                Steps = row.Items("steps", ','),
                Files = row.Items("files", '\n'),
                Conformance = row.Text("conformance"),
            })],
            Dependencies = [.. Rows("4.5.5").Select(row => new PlanDependency
            {
                Id = scan.Id(row, "DM"),
                Kind = row.Token("dependencyKind", PlanWords.Kinds),
                Item = row.Text("dependencyItem"),
                Impact = row.Text("impact"),
                Mitigation = row.Text("mitigation"),
            })],
            Checks = [.. Rows("4.5.6").Select(row => new PlanCheck(scan.Id(row, "V"), row.Token("phase", PlanWords.Phases), row.Text("observation"), row.Text("expected")))],
            Rollback = [.. Rows("4.5.7").Select(row => new PlanRollback
            {
                Id = scan.Id(row, "RB"),
                Step = row.Text("step"),
                Action = row.Text("rollbackAction"),
                Trigger = row.Text("trigger"),
                Verify = row.Text("verify"),
            })],
            OpenQuestions = [.. Rows("4.5.9").Select(row => new PlanOpenQuestion
            {
                Id = scan.Id(row, "OQ"),
                TicketIds = row.Items("ticket", ','),
                Question = row.Text("question"),
                Blocking = ImportClosing.YesOrNo(row, "blocking"),
                AnswerShape = row.Text("answerShape"),
                Status = row.Token("status", ImportOverview.Statuses),
            })],
            Proposals = [.. Notes("proposals").Select(row => new PlanProposal(
                row.Text("worker"),
                row.Text("recommendedOption"),
                row.Number("confirmedClaims") ?? 0,
                row.Number("openClaims") ?? 0,
                row.Number("blockingFlaws") ?? 0,
                row.Number("remarks") ?? 0,
                ImportClosing.YesOrNo(row, "used")))],
            Review = [.. Notes("review").Select(row => new PlanFlaw(row.Text("rule"), row.Text("place"), row.Text("flaw"), ImportClosing.YesOrNo(row, "blocking")))],
        };

        // okstra writes them; a plan somebody else wrote has none.
        IReadOnlyList<ReportRow> Notes(string name) => scan.Find($"heading.{name}") is { } section ? scan.Rows(section, $"heading.{name}", $"empty.{name}") : [];

        IReadOnlyList<ReportRow> Rows(string number) => scan.Rows($"heading.{number}", $"empty.{number}");
    }

    private static int? Stage(ReportRow row, string text, ImportScan scan)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var stage))
        {
            return stage;
        }

        scan.Problems.Add("OKS0854", row.Cell("dependsOn"), $"'{text}' is no number of a stage", "list numbers of stages, separated by commas");
        return null;
    }
}
