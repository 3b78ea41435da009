using System.Globalization;
using Okstra.Core.Convergence;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>The metadata header: labelled facts, and the warnings a reader must not miss.</summary>
internal static class ReportFacts
{
    /// <summary>A fact of the header.</summary>
    /// <param name="Label">Key of its label.</param>
    /// <param name="Value">As it stands.</param>
    /// <param name="IsCode">A machine value.</param>
    internal sealed record Fact(string Label, string Value, bool IsCode);

    public static IReadOnlyList<Fact> Of(ReportDocument report, ReportTexts texts)
    {
        var header = report.Header;
        var facts = new List<Fact>
        {
            new("meta.author", report.Author, IsCode: false),
            new("meta.task", report.TaskKey, IsCode: true),
            new("meta.taskType", report.TaskType.Token(), IsCode: true),
            new("meta.run", report.Seq, IsCode: true),
            new("meta.project", header.ProjectId, IsCode: true),
            new("meta.generated", report.GeneratedAt, IsCode: false),
            new("meta.mode", Mode(report, texts), IsCode: false),
            new("meta.base", report.BaseSha ?? texts["value.none"], report.BaseSha is not null),
            new("meta.inspected", report.HeadSha ?? texts["value.none"], report.HeadSha is not null),
        };
        if (header.WorktreeStatus.Length > 0)
        {
            facts.Add(new Fact("meta.worktree", MarkdownText.IsBlank(header.WorktreeNote) ? header.WorktreeStatus : $"{header.WorktreeStatus} ({header.WorktreeNote})", IsCode: false));
        }

        if (report.Stage is { } stage)
        {
            facts.Add(new Fact("meta.stage", stage.ToString(CultureInfo.InvariantCulture), IsCode: true));
        }

        if (report.VerificationScope is { Length: > 0 } scope)
        {
            facts.Add(new Fact("meta.scope", scope, IsCode: true));
        }

        facts.Add(new Fact("meta.workers", string.Create(CultureInfo.InvariantCulture, $"{header.UsableWorkers.Count} ({Join(header.UsableWorkers, texts)})"), IsCode: false));
        facts.Add(new Fact("meta.vendors", Join(header.Vendors, texts), IsCode: false));
        facts.Add(new Fact("meta.policy", Policy(report.Convergence), IsCode: true));
        return facts;
    }

    public static IReadOnlyList<string> Warnings(ReportDocument report, ReportTexts texts)
    {
        var header = report.Header;
        return
        [
            .. header.ReducedConfidence ? [texts.Format(ReducedWarning(header), header.UsableWorkers.Count)] : Array.Empty<string>(),
            .. header.UncommittedFiles > 0 ? [texts.Format("warning.dirty", header.UncommittedFiles)] : Array.Empty<string>(),
            .. header is { UsableWorkers.Count: > 1, Vendors: [var vendor] } ? [texts.Format("warning.family", MarkdownText.Line(vendor))] : Array.Empty<string>(),
            .. report.Grouping is { UsedFallback: true, Reason: { } reason } ? [texts.Format("warning.grouping", MarkdownText.Line(reason))] : Array.Empty<string>(),
        ];
    }

    /// <summary>With two workers left claims were still cross-verified, only by fewer than asked for.</summary>
    public static string ReducedWarning(ReportHeader header) => header.UsableWorkers.Count > 1 ? "warning.reduced.some" : "warning.reduced";

    private static string Mode(ReportDocument report, ReportTexts texts)
    {
        var mode = texts[report.Mode == ReportMode.Deterministic ? "mode.deterministic" : "mode.agents"];
        return report.Header.Quick ? $"{texts["mode.quick"]}; {mode}" : mode;
    }

    private static string Policy(ConvergenceConfig config) => config.Enabled
        ? string.Create(CultureInfo.InvariantCulture, $"policy={config.Policy.Token()} effectiveMaxRounds={config.EffectiveMaxRounds} verificationMode={config.VerificationMode}{(config.Grouping == GroupingMode.Lead ? " grouping=lead" : "")}")
        : "disabled";

    private static string Join(IReadOnlyList<string> values, ReportTexts texts) => values.Count == 0 ? texts["value.none"] : string.Join(", ", values);
}
