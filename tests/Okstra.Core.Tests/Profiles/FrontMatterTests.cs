using Okstra.Core.Profiles;

namespace Okstra.Core.Tests.Profiles;

public sealed class FrontMatterTests
{
    [Fact]
    [Trait("Req", "R-LAY-79")]
    [Trait("Req", "R-LAY-85")]
    public void Empty_scalars_become_no_classification_over_whatever_the_context_had()
    {
        var context = new Dictionary<string, string>(StringComparer.Ordinal) { ["TASK_KEY"] = "", ["TASK_ID"] = "  ", ["PROJECT_ID"] = "shop", ["OTHER"] = "" };

        var values = FrontMatter.Over(context, "templates/reports/final-report.template.md");

        Assert.Equal(
            ("no-classification", "no-classification", "shop", "no-classification", "no-classification", ""),
            (values["TASK_KEY"], values["TASK_ID"], values["PROJECT_ID"], values["TASK_GROUP"], values["TASK_DATE"], values["OTHER"]));
    }

    [Fact]
    [Trait("Req", "R-LAY-80")]
    public void Arrays_are_quoted_without_blank_items()
    {
        Assert.Equal("[\"a\", \"b\"]", FrontMatter.Array(["a", " ", "", "b"]));
        Assert.Equal("[]", FrontMatter.Array([" "]));
        Assert.Equal("[\"say \\\"hi\\\" there\"]", FrontMatter.Array(["say \"hi\"\nthere"]));
    }

    [Fact]
    [Trait("Req", "R-LAY-81")]
    public void Id_and_aliases_are_task_project_and_group()
    {
        var context = new Dictionary<string, string>(StringComparer.Ordinal) { ["TASK_ID"] = "t", ["PROJECT_ID"] = "p", ["TASK_GROUP"] = "g" };

        var values = FrontMatter.Over(context, "x.template.md");

        Assert.Equal(("[\"t\", \"p\", \"g\"]", "[\"t\", \"p\", \"g\"]"), (values["FM_ID"], values["FM_ALIASES"]));
    }

    [Theory]
    [Trait("Req", "R-LAY-82")]
    [Trait("Req", "R-LAY-83")]
    [InlineData("task-brief", "task-brief")]
    [InlineData("task-index", "task-index")]
    [InlineData("error-analysis-input", "error-analysis,input")]
    [InlineData("implementation-input", "implementation,input")]
    [InlineData("implementation-planning-input", "implementation-planning,input")]
    [InlineData("final-verification-input", "final-verification,input")]
    [InlineData("release-handoff-input", "release-handoff,input")]
    [InlineData("quick-input", "quick,input")]
    [InlineData("final-report", "final-report")]
    [InlineData("schedule", "schedule")]
    [InlineData("prd-brief", "prd,brief")]
    [InlineData("something-else", "")]
    public void Tags_are_the_base_tags_and_those_of_the_kind(string kind, string tags) =>
        Assert.Equal([.. (string[])["obsidian", "okstra"], .. tags.Split(',', StringSplitOptions.RemoveEmptyEntries)], FrontMatter.Tags(kind));

    [Theory]
    [Trait("Req", "R-LAY-84")]
    [InlineData("templates/reports/final-report.template.md", "final-report")]
    [InlineData("templates/prd/brief.template.md", "prd-brief")]
    [InlineData("templates/reports/brief.template.md", "brief")]
    [InlineData("notes.md", "notes")]
    public void Kind_comes_from_the_template_name_unless_the_context_says_it(string path, string kind)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal) { ["DOC_TYPE"] = "given" };

        Assert.Equal(kind, FrontMatter.KindOf(path));
        Assert.Equal((kind, "given"), (FrontMatter.Over(new Dictionary<string, string>(StringComparer.Ordinal), path)["DOC_TYPE"], FrontMatter.Over(given, path)["DOC_TYPE"]));
    }
}
