using System.Text.Json.Nodes;
using Okstra.Core.Findings;

namespace Okstra.Core.Tests.Findings;

public sealed class AnswerSchemaTests
{
    [Fact]
    public void Schemas_accept_what_the_parser_accepts()
    {
        Assert.Empty(SchemaCheck.Errors(AnswerSchemas.Findings, Wire.Findings));
        Assert.Empty(SchemaCheck.Errors(AnswerSchemas.Votes, Wire.Votes));
        Assert.True(AnswerParser.TryParseFindings(Wire.Findings, FindingsContext.None, out _, out _));
        Assert.True(AnswerParser.TryParseVotes(Wire.Votes, FindingsContext.None, out _, out _));
    }

    [Theory]
    [InlineData("\"severity\": \"critical\"", "\"severity\": \"blocker\"")]
    [InlineData("\"confidence\": 0.8", "\"confidence\": \"high\"")]
    [InlineData("\"startLine\": 12", "\"startLine\": \"12\"")]
    [InlineData("\"summary\": \"Read it.\",", "")]
    [InlineData("\"schemaVersion\": 1", "\"schemaVersion\": 2")]
    [InlineData("\"kind\": \"file\"", "\"kind\": \"rumour\"")]
    public void Schema_and_parser_refuse_the_same(string valid, string broken)
    {
        var text = Wire.Findings.Replace(valid, broken, StringComparison.Ordinal);

        Assert.NotEmpty(SchemaCheck.Errors(AnswerSchemas.Findings, text));
        Assert.False(AnswerParser.TryParseFindings(text, FindingsContext.None, out _, out _));
    }

    [Fact]
    public void Schemas_fit_strict_structured_output()
    {
        foreach (var schema in new[] { AnswerSchemas.Findings, AnswerSchemas.Votes, AnswerSchemas.Groups })
        {
            var root = JsonNode.Parse(schema)!.AsObject();
            Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)root["$schema"]);
            Assert.Equal("object", (string?)root["type"]);
            foreach (var node in Objects(root).Where(node => node.ContainsKey("properties")))
            {
                Assert.False((bool?)node["additionalProperties"]);
                Assert.Equal(node["properties"]!.AsObject().Select(member => member.Key), node["required"]!.AsArray().Select(name => (string?)name));
            }

            Assert.DoesNotContain(Objects(root), node => node.ContainsKey("oneOf") || node.ContainsKey("anyOf") || node.ContainsKey("allOf"));
        }
    }

    [Fact]
    public void Schema_offers_exactly_the_votes_a_worker_may_cast() =>
        Assert.Equal(
            ["AGREE", "DISAGREE", "UNVERIFIABLE", "WITHDRAW", "MAINTAIN"],
            JsonNode.Parse(AnswerSchemas.Votes)!["$defs"]!["vote"]!["properties"]!["vote"]!["enum"]!.AsArray().Select(token => (string?)token));

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => one.Where(member => member.Key != "properties" || member.Value is JsonObject).SelectMany(member => Objects(member.Value)).Prepend(one).Where(found => found.ContainsKey("type") || found.ContainsKey("$ref") || found == one),
        JsonArray many => many.SelectMany(Objects),
        _ => [],
    };
}
