using Okstra.Core.Phases;
using Okstra.Core.Tasks;

namespace Okstra.Core.Briefs;

/// <summary>Every form of input (R-PHS-119…122), and which one a brief is.</summary>
public static class BriefForms
{
    public const string ApprovedPlan = "Approved plan";

    public static IReadOnlyList<BriefForm> All { get; } =
    [
        new() { Name = "requirements-discovery", Kind = "task-brief", Template = Report("task-brief"), TaskType = TaskType.RequirementsDiscovery, Required = ["Goal|Scope"], Expected = ["Background|Reason"] },
        new() { Name = "error-analysis", Kind = "error-analysis-input", Template = Report("error-analysis-input"), TaskType = TaskType.ErrorAnalysis, Required = ["Symptom"], Expected = ["Error output"] },
        new() { Name = "implementation-planning", Kind = "implementation-planning-input", Template = Report("implementation-planning-input"), TaskType = TaskType.ImplementationPlanning, Required = ["Goal"], Expected = ["Scope"] },
        new()
        {
            Name = "implementation",
            Kind = "implementation-input",
            Template = Report("implementation-input"),
            TaskType = TaskType.Implementation,
            Required = ["Goal", ApprovedPlan],
            Sources = Source(ApprovedPlan, TaskType.ImplementationPlanning),
        },
        new()
        {
            Name = "final-verification",
            Kind = "final-verification-input",
            Template = Report("final-verification-input"),
            TaskType = TaskType.FinalVerification,
            Required = [SourceCitation.Implementation, "Verification target"],
            Expected = ["Requirements to cover"],
            Sources = Source(SourceCitation.Implementation, TaskType.Implementation),
        },
        new()
        {
            Name = "release-handoff",
            Kind = "release-handoff-input",
            Template = Report("release-handoff-input"),
            TaskType = TaskType.ReleaseHandoff,
            Required = [SourceCitation.Verification],
            Sources = Source(SourceCitation.Verification, TaskType.FinalVerification),
        },
        new() { Name = "quick", Kind = "quick-input", Template = Report("quick-input"), TaskType = TaskType.RequirementsDiscovery, Required = ["Question"] },
        new() { Name = "prd", Kind = "prd-brief", Template = "templates/prd/brief.template.md", TaskType = TaskType.RequirementsDiscovery, Required = ["Problem", "Outcome", "Requirements"], Expected = ["Acceptance criteria"] },
    ];

    public static BriefForm? Named(string? name) => All.FirstOrDefault(form => string.Equals(form.Name, name?.Trim(), StringComparison.Ordinal));

    /// <summary>The form its tags name, else that of its <c>taskType</c>, else the one whose source section it has, else the task brief.</summary>
    public static BriefForm Of(BriefPage page)
    {
        var tags = page.FrontMatter.All("tags");
        return All.FirstOrDefault(form => form.Kind is "quick-input" or "prd-brief" && Tagged(form, tags))
            ?? Named(page.FrontMatter.First("task-type"))
            ?? All.FirstOrDefault(form => form.Kind != "task-brief" && Tagged(form, tags))
            ?? All.FirstOrDefault(form => form.Sources.Keys.Any(heading => page.Section(heading) is not null))
            ?? All.FirstOrDefault(form => form.Kind != "task-brief" && form.Kind != "quick-input" && page.Section(form.Required[0]) is not null)
            ?? All[0];
    }

    // Tags of a form: its task type beside `input`; `quick`, `input`; `prd`, `brief`.
    private static bool Tagged(BriefForm form, IReadOnlyList<string> tags) => Profiles.FrontMatter.Tags(form.Kind).All(tag => tag is "obsidian" or "okstra" || tags.Contains(tag, StringComparer.Ordinal));

    private static string Report(string kind) => $"templates/reports/{kind}.template.md";

    private static Dictionary<string, TaskType> Source(string heading, TaskType phase) => new(StringComparer.Ordinal) { [heading] = phase };
}
