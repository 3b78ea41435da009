using Okstra.Assets;
using Okstra.Core.Profiles;
using Okstra.Core.Tasks;
using Okstra.Core.Validation;

namespace Okstra.Engine.Tests.Briefs;

/// <summary>The forms that are no reports: what they ask for, and how they are tagged.</summary>
public sealed class InputTemplateTests
{
    [Fact]
    [Trait("Req", "R-PHS-119")]
    public void The_quick_form_is_tagged_as_a_quick_input_and_asks_one_question()
    {
        Assert.Equal(["obsidian", "okstra", "quick", "input"], FrontMatter.Tags(FrontMatter.KindOf("templates/reports/quick-input.template.md")));
        Assert.Equal(["Quick input", "Question", "Context", "Source materials", "Out of Scope"], Headings("templates/reports/quick-input.template.md"));
    }

    [Fact]
    [Trait("Req", "R-PHS-121")]
    [Trait("Req", "R-AST-24")]
    public void The_prd_brief_has_a_kind_of_its_own_and_asks_for_outcome_requirements_and_acceptance()
    {
        const string Name = "templates/prd/brief.template.md";

        Assert.Equal("prd-brief", FrontMatter.KindOf(Name));
        Assert.Equal(["obsidian", "okstra", "prd", "brief"], FrontMatter.Tags("prd-brief"));
        Assert.Superset(new HashSet<string>(["Problem", "Outcome", "Requirements", "Acceptance criteria", "Out of Scope"], StringComparer.Ordinal), Headings(Name).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Req", "R-AST-26")]
    public void The_task_brief_asks_for_goal_background_scope_and_material() => Assert.Equal(
        ["Task brief", "Goal", "Background", "Scope", "Out of Scope", "Source materials", "Reference expectations", "Available MCP Servers"],
        Headings("templates/reports/task-brief.template.md"));

    [Fact]
    [Trait("Req", "R-AST-27")]
    public void The_input_templates_are_shipped_and_those_of_the_later_phases_have_their_source_sections()
    {
        Assert.All(
            (string[])["error-analysis-input", "implementation-planning-input", "implementation-input", "final-verification-input", "release-handoff-input", "quick-input"],
            kind => Assert.NotNull(AssetCatalog.TryText($"templates/reports/{kind}.template.md")));
        var verification = AssetCatalog.Text("templates/reports/final-verification-input.template.md");
        Assert.Equal(["Final verification input", "Source Implementation Report", "Verification target", "Requirements to cover", "Out of Scope", "Reference expectations", "Available MCP Servers"], Headings("templates/reports/final-verification-input.template.md"));
        Assert.All((string[])["- Scope: ", "- Checkout or worktree:", "- Implementation base:"], field => Assert.Contains(field, verification, StringComparison.Ordinal));
        Assert.Contains("Source Verification Report", Headings("templates/reports/release-handoff-input.template.md"));
    }

    [Fact]
    [Trait("Req", "R-AST-29")]
    public void The_schedule_form_is_shipped_with_its_tag_and_says_what_its_effort_is()
    {
        const string Name = "templates/reports/schedule.template.md";

        Assert.Equal(["obsidian", "okstra", "schedule"], FrontMatter.Tags(FrontMatter.KindOf(Name)));
        Assert.Contains("Effort is engineering effort and nothing else.", AssetCatalog.Text(Name), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-CON-15")]
    public void Auxiliary_kinds_have_template_and_tags_and_are_no_task_types() => Assert.All(
        ((string Kind, string Template)[])[("quick-input", "templates/reports/quick-input.template.md"), ("schedule", "templates/reports/schedule.template.md"), ("prd-brief", "templates/prd/brief.template.md"), ("task-brief", "templates/reports/task-brief.template.md")],
        kind =>
        {
            Assert.Equal(kind.Kind, FrontMatter.KindOf(kind.Template));
            Assert.NotNull(AssetCatalog.TryText(kind.Template));
            Assert.True(FrontMatter.Tags(kind.Kind).Count > FrontMatter.Tags("unknown").Count);
            Assert.False(TaskTypes.TryParse(kind.Kind, out _, out _));
        });

    private static IReadOnlyList<string> Headings(string name) => [.. MarkdownOutline.Parse(AssetCatalog.Text(name)).Headings.Select(heading => heading.Text)];
}
