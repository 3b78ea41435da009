using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Reports;

namespace Okstra.Core.Tests.Reports;

public sealed class NarrativeParserTests
{
    [Fact]
    public void Fields_are_read_from_the_object_or_from_a_fenced_block()
    {
        const string json = """{"schemaVersion":1,"title":"Double shipping","problemSummary":["brief: one","worker codex: two"],"finalConclusion":"F-001.","direction":"begin-implementation","rationale":"r","detailedAnalysis":["a","b"],"nextSteps":["n"],"openRisks":[]}""";

        foreach (var text in new[] { json, $"Here it is:\n```json\n{json}\n```\n" })
        {
            Assert.True(NarrativeParser.TryParse(text, out var fields, out _));
            Assert.Equal("Double shipping", fields.Title);
            Assert.Equal(["brief: one", "worker codex: two"], fields.ProblemSummary);
            Assert.Equal("begin-implementation", fields.Direction);
            Assert.Equal(["a", "b"], fields.DetailedAnalysis);
        }
    }

    [Fact]
    public void Unknown_direction_and_left_over_placeholders_are_dropped()
    {
        Assert.True(NarrativeParser.TryParse("""{"title":"{{TITLE}}","direction":"looks good","rationale":"ok"}""", out var fields, out _));

        Assert.Null(fields.Title);
        Assert.Null(fields.Direction);
        Assert.Equal("ok", fields.Rationale);
    }

    [Fact]
    public void Long_texts_are_cut_and_long_lists_are_shortened()
    {
        var text = $$"""{"title":"{{new string('x', 5000)}}","nextSteps":[{{string.Join(',', Enumerable.Repeat("\"s\"", 500))}}]}""";

        Assert.True(NarrativeParser.TryParse(text, out var fields, out _));
        Assert.Equal(NarrativeParser.TitleLength, fields.Title!.Length);
        Assert.Equal(NarrativeParser.ListLength, fields.NextSteps.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("I wrote the report.")]
    [InlineData("{}")]
    [InlineData("{\"title\":\"\"}")]
    [InlineData("{\"title\":\"cut o")]
    [InlineData("{\"title\":{\"a\":1},\"problemSummary\":7}")]
    public void Answer_without_words_is_refused_with_a_reason(string? text)
    {
        Assert.False(NarrativeParser.TryParse(text, out _, out var problem));
        Assert.NotEmpty(problem.Message);
    }

    [Fact]
    public void Any_text_is_read_without_an_exception() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => NarrativeParser.TryParse(text.Get, out _, out var problem) || problem.Message.Length > 0).QuickCheckThrowOnFailure();

    [Fact]
    public void Published_schema_names_the_fields_that_are_read()
    {
        using var schema = System.Text.Json.JsonDocument.Parse(NarrativeSchema.Text);

        var names = schema.RootElement.GetProperty("properties").EnumerateObject().Select(member => member.Name).Where(name => name != "schemaVersion");
        var fields = typeof(NarrativeFields).GetProperties().Where(property => property.CanWrite && property.GetMethod!.IsStatic is false).Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);

        Assert.Equal(fields.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
        Assert.Equal(DirectionTokens.All, schema.RootElement.GetProperty("properties").GetProperty("direction").GetProperty("enum").EnumerateArray().Select(token => token.GetString()!));
    }
}
