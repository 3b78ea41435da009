using Okstra.Core.Reports;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Validation;

namespace Okstra.Testing.Reports;

/// <summary>A run the validator accepts, and ways to spoil it.</summary>
public static class SampleValidation
{
    public static ValidationInputs Valid(TaskType type, ReportLanguage language) => Of(SampleRun.Inputs(type, language));

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
