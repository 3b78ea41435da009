using Okstra.Core.Reports;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Validation;

namespace Okstra.Testing.Reports;

/// <summary>A run the validator accepts, and ways to spoil it.</summary>
public static class SampleValidation
{
    public static ValidationInputs Valid(TaskType type, ReportLanguage language) => type.IsAnalysis() ? Of(SampleRun.Inputs(type, language)) : Led(type, language);

    /// <summary>The same with rows in every table that may have some.</summary>
    public static ValidationInputs Full(TaskType type, ReportLanguage language) => Valid(type, language).Rewrite(report => report with
    {
        CarryIn = [new CarryInRow("Q7", "Do discounts apply to shipping?", "no", "resolved", "Q7, src/Cart/Totals.cs:42"), new CarryInRow("A2", "The log of Monday", "", "open", "")],
        Risks = report.Risks.Count > 1 ? report.Risks : [.. report.Risks, new RiskRow(RowIds.Numbered("M", report.Risks.Count + 1), ["DEV-9436"], "risk", "Old carts", "They keep the fee."), new RiskRow(RowIds.Numbered("M", report.Risks.Count + 2), ["DEV-9436"], "missing", "The log", "Nobody knows how many.")],
        Materials = [Material("A1"), Material("A2")],
        Questions = [.. report.Questions, Question(report.Questions.Count + 1), Question(report.Questions.Count + 2)],
        FollowUps = [SampleReports.FollowUp, SampleReports.FollowUp with { Id = "FU-002", NewTaskId = "9436-logs" }],
    });

    /// <summary>A run whose workers a session dispatched.</summary>
    private static ValidationInputs Led(TaskType type, ReportLanguage language)
    {
        var sample = SampleReports.Of(type, language);

        // The hand-off's sample has no findings, so nothing may refer to one.
        var known = sample.Findings.Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<string> Known(IReadOnlyList<string> ids) => [.. ids.Where(id => !id.StartsWith("F-", StringComparison.Ordinal) || known.Contains(id))];
        var report = sample with
        {
            FinalVerdict = sample.FinalVerdict with { BasisIds = Known(sample.FinalVerdict.BasisIds) },
            TicketCoverage = [.. sample.TicketCoverage.Select(row => row with { RelatedIds = Known(row.RelatedIds) })],
        };
        return Valid(TaskType.ErrorAnalysis, language) with
        {
            TaskType = type,
            ReportData = new StoredText(Name(type, "data.json"), ReportText.Write(report)),
            Markdown = new StoredText(Name(type, "md"), MarkdownReport.Render(report)),
            Html = new StoredText(Name(type, "html"), HtmlReport.Render(report)),
            ConvergencePath = $"state/convergence-{type.Token()}-001.json",
            Convergence = null,
            Dispatches = new Dictionary<string, Core.Workers.DispatchDocument>(StringComparer.Ordinal),
            WorkerFiles = [.. SampleRun.Roster.Select(entry => $"{entry.Worker}-{type.Token()}-001.md")],
        };
    }

    private static string Name(TaskType type, string ending) => $"reports/final-report-{type.Token()}-001.{ending}";

    private static MaterialRow Material(string id) => new()
    {
        Id = id,
        TicketIds = ["DEV-9436"],
        Request = "The log of Monday",
        Why = "It shows how often it happened.",
        WhereToFind = "the log server",
        WhereToPut = "docs/logs",
        Status = "open",
    };

    private static QuestionRow Question(int number) => new()
    {
        Id = $"Q{number}",
        TicketIds = ["DEV-9436"],
        Question = "Is the fee refunded?",
        Why = "It decides whether a task follows.",
        AnswerShape = "yes or no",
        Options = ["yes", "no"],
        Answer = "",
        Status = "open",
    };

    public static ValidationInputs Of(ReportInputs inputs)
    {
        var report = ReportComposer.Compose(inputs);
        var name = $"reports/final-report-{inputs.TaskType.Token()}-{inputs.Seq}";
        return new ValidationInputs
        {
            TaskKey = inputs.TaskKey,
            TaskType = inputs.TaskType,
            Seq = inputs.Seq,
            ReportData = new StoredText($"{name}.data.json", ReportText.Write(report)),
            Markdown = new StoredText($"{name}.md", MarkdownReport.Render(report)),
            Html = new StoredText($"{name}.html", HtmlReport.Render(report)),
            ConvergencePath = $"state/convergence-{inputs.TaskType.Token()}-{inputs.Seq}.json",
            Convergence = inputs.Convergence,
            Dispatches = inputs.Dispatches.ToDictionary(dispatch => $"worker-results/{dispatch.Worker}-r{dispatch.Round}-b{dispatch.Batch}.json", StringComparer.Ordinal),
            Roster = inputs.Roster,
            Team = Team("native", ""),
            ManifestPaths = new Dictionary<string, bool>(StringComparer.Ordinal) { ["manifests/run-manifest.json"] = true },
        };
    }

    public static TeamState Team(string kind, string sessionId) => new()
    {
        TaskKey = SampleRun.Key.ToString(),
        TaskType = "error-analysis",
        Seq = "001",
        TeamName = "okstra-sample",
        TeamCreate = TeamCreate.NativeLead,
        Lead = new TeamLead { Kind = kind, SessionId = sessionId },
        Workers = [],
        Worktree = new WorktreeBlock { Path = "/repo", Status = "", Note = "" },
    };

    /// <summary>Changes the data and leaves the rendered files as they were.</summary>
    public static ValidationInputs ChangeData(this ValidationInputs inputs, Func<ReportDocument, ReportDocument> change)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return ReportText.TryRead(inputs.ReportData.Text, out var report, out var problem, out _)
            ? inputs with { ReportData = inputs.ReportData with { Text = ReportText.Write(change(report)) } }
            : throw new InvalidOperationException(problem.Message);
    }

    /// <summary>Changes the data and renders Markdown and page from it.</summary>
    public static ValidationInputs Rewrite(this ValidationInputs inputs, Func<ReportDocument, ReportDocument> change)
    {
        var changed = inputs.ChangeData(change);
        ReportText.TryRead(changed.ReportData.Text, out var report, out _, out _);
        return changed with { Markdown = changed.Markdown with { Text = MarkdownReport.Render(report!) }, Html = changed.Html with { Text = HtmlReport.Render(report!) } };
    }

    /// <summary>Changes the Markdown; the change must hit something.</summary>
    public static ValidationInputs ChangeMarkdown(this ValidationInputs inputs, string from, string to)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var text = inputs.Markdown.Text!;
        return text.Contains(from, StringComparison.Ordinal)
            ? inputs with { Markdown = inputs.Markdown with { Text = text.Replace(from, to, StringComparison.Ordinal) } }
            : throw new InvalidOperationException($"'{from}' does not stand in the report");
    }
}
