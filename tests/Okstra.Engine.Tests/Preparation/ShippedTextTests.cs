using Okstra.Assets;
using Okstra.Core.Profiles;
using Okstra.Core.Tasks;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Tests.Preparation;

public sealed class ShippedTextTests
{
    public static TheoryData<TaskType> Analyses => [TaskType.RequirementsDiscovery, TaskType.ErrorAnalysis, TaskType.ImplementationPlanning];

    [Theory]
    [MemberData(nameof(Analyses))]
    [Trait("Req", "R-PHS-010")]
    public void Profile_has_its_roster_and_every_expected_part(TaskType type)
    {
        var profile = RunTexts.Profile(type);

        Assert.Equal(["claude", "codex", "gemini", "report-writer"], ProfileRoster.Parse(profile));
        Assert.All(
            (string[])["Purpose: ", "- Required workers:", "## Primary focus areas", "## Expected output emphasis", "## Clarification addenda", "## Non-goals"],
            part => Assert.Contains(part, profile, StringComparison.Ordinal));
        Assert.DoesNotContain("{{", profile, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-PHS-001")]
    [Trait("Req", "R-LAY-90")]
    public void Common_contract_begins_with_its_comment_and_names_no_phase()
    {
        var text = AssetCatalog.Text("prompts/profiles/_common-contract.md");

        Assert.StartsWith("<!-- Shared by every profile that has workers, included verbatim with the INCLUDE directive: a change here reaches all of them", text, StringComparison.Ordinal);
        Assert.Contains("Keep phase-specific rules out of this file", text[..text.IndexOf("-->", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.All(TaskTypes.All, type => Assert.DoesNotContain(type.Token(), text, StringComparison.Ordinal));
        Assert.All(TaskTypes.All, type => Assert.Equal(type != TaskType.ReleaseHandoff, RunTexts.Profile(type).Contains(text.TrimEnd('\n'), StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Req", "R-AST-21")]
    public void Every_phase_has_its_profile_and_the_two_fragments_are_there() => Assert.Superset(
        new HashSet<string>([.. TaskTypes.All.Select(type => $"prompts/profiles/{type.Token()}.md"), "prompts/profiles/_common-contract.md", "prompts/profiles/_implementation-verifier.md"], StringComparer.Ordinal),
        AssetCatalog.Names.ToHashSet(StringComparer.Ordinal));

    [Fact]
    [Trait("Req", "R-PHS-122")]
    public void Every_phase_but_discovery_has_an_input_template_with_its_source_section()
    {
        Assert.All(TaskTypes.All.Where(type => type != TaskType.RequirementsDiscovery), type => Assert.NotNull(AssetCatalog.TryText($"templates/reports/{type.Token()}-input.template.md")));
        Assert.NotNull(AssetCatalog.TryText("templates/reports/task-brief.template.md"));
        Assert.Contains("\n## Source Implementation Report\n", AssetCatalog.Text("templates/reports/final-verification-input.template.md"), StringComparison.Ordinal);
        Assert.Contains("\n## Source Verification Report\n", AssetCatalog.Text("templates/reports/release-handoff-input.template.md"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-LAY-78")]
    [Trait("Req", "R-OPN-27")]
    [Trait("Req", "R-AST-31")]
    public void Every_markdown_template_begins_with_the_frontmatter_keys_in_order()
    {
        var templates = AssetCatalog.Names.Where(name => name.EndsWith(".template.md", StringComparison.Ordinal) && name.StartsWith("templates/", StringComparison.Ordinal)).ToList();

        Assert.True(templates.Count >= 5);
        Assert.All(templates, name => Assert.StartsWith(
            "---\nid: {{FM_ID}}\naliases: {{FM_ALIASES}}\ntags: {{FM_TAGS}}\ntaskKey: {{TASK_KEY}}\ntaskId: {{TASK_ID}}\nprojectId: {{PROJECT_ID}}\ntaskGroup: {{TASK_GROUP}}\ndate: {{TASK_DATE}}\n",
            AssetCatalog.Text(name),
            StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Req", "R-AST-28")]
    public void Final_report_template_has_its_sections_in_order()
    {
        var template = AssetCatalog.Text(RunTexts.FinalReportTemplate);
        string[] sections =
        [
            "- Author: Report writer worker", "## 0. Clarification Response Carried In", "## Summary of the Problem or Verification Target", "## Ticket Coverage", "## Execution Status by Agent", "## Token Usage Summary", "## 1. ",
            "### 1.1 Consensus", "### 1.2 Differences", "### 1.3 Round History", "## 2. Final Verdict", "## 3. Evidence and Detailed Analysis", "### 3.1 Primary Evidence", "## 4. ", "## 5. Clarification Requests for the Next Run",
            "### 5.1 추가 자료 요청 (Additional Materials Requested)", "### 5.2 사용자 확인 질문 (Questions for the User)", "## 6. Recommended Next Steps", "## 7. Follow-up Tasks (후속 작업)", "## Writing Rules",
        ];

        var positions = sections.Select(section => template.IndexOf(section, StringComparison.Ordinal)).ToList();

        Assert.DoesNotContain(-1, positions);
        Assert.Equal(positions.Order(), positions);
    }

    [Fact]
    public void Asset_version_changes_with_any_name_or_text_and_not_with_their_order()
    {
        KeyValuePair<string, string>[] texts = [new("a", "1"), new("b", "2")];

        var version = AssetCatalog.HashOf(texts);

        Assert.Equal(version, AssetCatalog.HashOf(texts.Reverse()));
        Assert.NotEqual(version, AssetCatalog.HashOf([new("a", "1"), new("b", "3")]));
        Assert.NotEqual(version, AssetCatalog.HashOf([new("a", "1"), new("c", "2")]));
        Assert.NotEqual(version, AssetCatalog.HashOf([new("a", "1b2")]));
        Assert.Matches("^[0-9a-f]{64}$", AssetCatalog.Version);
    }
}
