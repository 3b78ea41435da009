using System.Text;
using Okstra.Core.Briefs;
using Okstra.Core.Problems;
using Okstra.Core.Scheduling;
using Okstra.Core.Stages;
using Okstra.Core.Tasks;
using Okstra.Engine.Preparation;
using Okstra.Engine.Stages;
using Okstra.State.Layout;
using Okstra.State.Runs;

namespace Okstra.Engine.Scheduling;

/// <summary>Makes a schedule from a plan, approved or not: engineering effort and nothing else (R-CLI-097, R-PHS-120).</summary>
public sealed class ScheduleMaking(RunServices services)
{
    private const string Template = "templates/reports/schedule.template.md";
    private static readonly string[] Headings = ["Scope", "Assumptions", "Notes"];

    /// <exception cref="UserErrorException">No plan, no planning report, a text against the authority rule, or the file is there already.</exception>
    public ScheduleOutcome Make(ScheduleRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var texts = Texts(request);
        var stem = request.PlanPath is { } path ? ApprovedPlan.StemOf(services, path) : Newest(request.Task!);
        var (report, data) = (stem + ".md", stem + ".data.json");
        var document = services.Documents.Read(data, SchedulesJson.Default.SchedulePlanDocument);
        StagePlan.RequirePlanning(document.TaskType, data);
        if (document.Plan is not { Steps.Count: > 0 } and not { Stages.Count: > 0 })
        {
            throw new UserErrorException("OKS0891", $"the plan '{report}' has neither steps nor stages, so there is nothing to estimate", "plan again with okstra run --task-type implementation-planning");
        }

        var stages = document.Plan.Stages is { Count: > 0 } ? StagePlan.Of(services.Documents.Read(data, StagesJson.Default.StagePlanDocument), data) : null;
        var schedule = ScheduleComposer.Compose(document, stages);
        var approved = ApprovedPlan.IsMarked(services, report);
        var markdown = RunTexts.Fill(Template, Context(request, schedule, report, approved, texts));
        var written = request.Out is { } named ? Path.GetFullPath(named, services.Host.CurrentDirectory) : null;
        if (written is not null && Path.Exists(written))
        {
            throw new UserErrorException("OKS0892", $"'{written}' exists already, and a schedule is never written over a file", "name another file with --out");
        }

        if (written is not null)
        {
            services.Writer.CreateNew(written, Encoding.UTF8.GetBytes(markdown));
        }

        return new ScheduleOutcome(report, approved, schedule, written) { Markdown = markdown };
    }

    private string Newest(TaskLayout task)
    {
        var locator = new RunLocator(services.Documents);
        return task.RunManifests(TaskType.ImplementationPlanning).Reverse().Select(file => locator.Open(task, file).Run.ReportDocument).FirstOrDefault(Path.Exists) is { } data
            ? data[..^".data.json".Length]
            : throw new UserErrorException("OKS0890", $"'{task.Root}' has no planning report to schedule", "plan the task with okstra run --task-type implementation-planning, or name a planning report");
    }

    /// <summary>The user's own words stand under the same rule.</summary>
    private static Dictionary<string, string> Texts(ScheduleRequest request)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in request.Texts)
        {
            var heading = Headings.FirstOrDefault(known => known.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
                ?? throw new UserErrorException("OKS0894", $"a schedule has no text '{name.Trim()}' to set", $"valid: {string.Join(", ", Headings)}");
            foreach (var (line, index) in text.ReplaceLineEndings("\n").Split('\n').Select((line, index) => (line, index)))
            {
                if (AuthorityRule.InEstimate(line, isEstimate: true) is [var broken, ..])
                {
                    throw new UserErrorException("OKS0893", $"{broken.Id}: {broken.Message} (--set {heading}, line {index + 1}, column {broken.Column})", broken.Hint);
                }
            }

            texts[heading] = text.ReplaceLineEndings("\n").Trim('\n');
        }

        return texts;
    }

    private Dictionary<string, string> Context(ScheduleRequest request, Schedule schedule, string report, bool approved, Dictionary<string, string> texts)
    {
        var key = request.KeyOf(schedule.TaskKey);
        return new Dictionary<string, string>(ScheduleText.Values(schedule, report, approved, texts), StringComparer.Ordinal)
        {
            ["TASK_KEY"] = schedule.TaskKey,
            ["TASK_ID"] = key?.Task ?? "",
            ["TASK_GROUP"] = key?.Group ?? "",
            ["PROJECT_ID"] = key?.Project ?? "",
            ["TASK_DATE"] = services.Time.GetUtcNow().ToString("yyyy-MM-dd"),
        };
    }
}
