using Okstra.Core.Problems;
using Okstra.Core.Stages;
using Okstra.State.Files;

namespace Okstra.Engine.Stages;

/// <summary>A planning report the user approved, with the stages in its data document; the one place that decides what counts as approved.</summary>
/// <param name="Report">The Markdown, absolute.</param>
/// <param name="Data">The data document beside it, absolute.</param>
/// <param name="Plan">Its stages.</param>
public sealed record ApprovedPlan(string Report, string Data, StagePlan Plan)
{
    private const string MarkdownEnd = ".md";
    private const string DataEnd = ".data.json";

    /// <summary>Run directory of the plan, where its consumers are recorded.</summary>
    public string PlanRunRoot => Path.GetDirectoryName(Path.GetDirectoryName(Report)!) ?? Path.GetDirectoryName(Report)!;

    /// <param name="services">Doors to the world.</param>
    /// <param name="path">The Markdown report or its data document.</param>
    /// <exception cref="UserErrorException">Missing, unreadable, not approved, or without usable stages.</exception>
    public static ApprovedPlan Read(RunServices services, string path)
    {
        var full = Path.GetFullPath(path, services.Host.CurrentDirectory);
        var stem = full.EndsWith(DataEnd, StringComparison.Ordinal) ? full[..^DataEnd.Length]
            : full.EndsWith(MarkdownEnd, StringComparison.Ordinal) ? full[..^MarkdownEnd.Length]
            : throw new UserErrorException("OKS0687", $"'{full}' is no planning report", "name reports/final-report-implementation-planning-<seq>.md of the planning run, or the .data.json beside it");
        var report = stem + MarkdownEnd;
        if (!PlanApproval.IsGiven(TextFiles.Read(report)))
        {
            throw new UserErrorException("OKS0686", $"the plan '{report}' is not approved", $"read it, then approve it in one of these forms: {PlanApproval.Forms}");
        }

        var data = stem + DataEnd;
        return new ApprovedPlan(report, data, StagePlan.Of(services.Documents.Read(data, StagesJson.Default.StagePlanDocument), data));
    }
}
