using Okstra.Core.Approvals;
using Okstra.Core.Problems;
using Okstra.Core.Stages;
using Okstra.Engine.Approvals;
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

    /// <summary>What the user should know of the approval: forms that contradict each other (R-OPN-51).</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <param name="services">Doors to the world.</param>
    /// <param name="path">The Markdown report or its data document.</param>
    /// <exception cref="UserErrorException">Missing, unreadable, not approved, edited since its approval, or without usable stages.</exception>
    public static ApprovedPlan Read(RunServices services, string path)
    {
        var stem = StemOf(services, path);
        var (report, data) = (stem + MarkdownEnd, stem + DataEnd);
        var markdown = ExactText.Read(report);
        var binding = new PlanBinding(services, stem);
        var reading = binding.Reading(markdown);
        if (!reading.IsGiven)
        {
            throw reading.Informal is { } informal
                ? new UserErrorException("OKS0791", $"the plan '{report}' is not approved: its line '{informal}' is none of the accepted forms", $"approve it in one of these forms: {PlanApproval.Forms}")
                : new UserErrorException("OKS0686", $"the plan '{report}' is not approved", $"read it, then approve it in one of these forms: {PlanApproval.Forms}");
        }

        var document = services.Documents.Read(data, StagesJson.Default.StagePlanDocument);
        var plan = StagePlan.Of(document, data);
        PlanSoundness.Require(document, markdown, report);
        binding.Hold(markdown);
        return new ApprovedPlan(report, data, plan) { Warnings = reading.Contradiction is { } contradiction ? [$"'{report}': {contradiction}"] : [] };
    }

    /// <summary>Whether it carries an approval; whether that still covers what the plan says is for <see cref="Read"/> to judge.</summary>
    public static bool IsMarked(RunServices services, string report) =>
        Path.Exists(report) && new PlanBinding(services, StemOf(services, report)).Reading(ExactText.Read(report)).IsGiven;

    /// <summary>Path of a planning report without its ending, absolute.</summary>
    /// <exception cref="UserErrorException">Neither a Markdown report nor a data document.</exception>
    internal static string StemOf(RunServices services, string path)
    {
        var full = Path.GetFullPath(path, services.Host.CurrentDirectory);
        return full.EndsWith(DataEnd, StringComparison.Ordinal) ? full[..^DataEnd.Length]
            : full.EndsWith(MarkdownEnd, StringComparison.Ordinal) ? full[..^MarkdownEnd.Length]
            : throw new UserErrorException("OKS0687", $"'{full}' is no planning report", "name reports/final-report-implementation-planning-<seq>.md of the planning run, or the .data.json beside it");
    }
}
