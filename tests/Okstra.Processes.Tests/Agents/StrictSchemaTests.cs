using Okstra.Processes.Agents;

namespace Okstra.Processes.Tests.Agents;

public sealed class StrictSchemaTests
{
    [Theory]
    [InlineData("""{"type":"object","properties":{}}""", """{"type":"object","properties":{},"required":[],"additionalProperties":false}""")]
    [InlineData(
        """{"$schema":"x","type":"object","required":["k"],"properties":{"k":{"const":"file"},"n":{"$ref":"#/$defs/n"},"free":{},"plan":{"type":["object","null"]}},"$defs":{"n":{"type":"integer","minimum":1}}}""",
        """{"type":"object","$defs":{"n":{"type":"integer"}},"properties":{"k":{"enum":["file"],"type":"string"},"n":{"anyOf":[{"$ref":"#/$defs/n"},{"type":"null"}]}},"required":["k","n"],"additionalProperties":false}""")]
    [InlineData(
        """{"type":"object","required":["l"],"properties":{"l":{"type":"array","items":{"oneOf":[{"type":"object","properties":{"a":{"type":"string"}}},{"type":"null"}]}}}}""",
        """{"type":"object","properties":{"l":{"type":"array","items":{"anyOf":[{"type":"object","properties":{"a":{"type":["string","null"]}},"required":["a"],"additionalProperties":false},{"type":"null"}]}}},"required":["l"],"additionalProperties":false}""")]
    [InlineData(
        """{"type":"object","properties":{"s":{"type":"string","enum":["major","minor"]},"t":{"type":["string","null"]}}}""",
        """{"type":"object","properties":{"s":{"anyOf":[{"type":"string","enum":["major","minor"]},{"type":"null"}]},"t":{"type":["string","null"]}},"required":["s","t"],"additionalProperties":false}""")]
    public void Schema_is_rewritten_into_the_strict_subset(string schema, string expected)
    {
        Assert.True(StrictSchema.TryConvert(schema, out var strict));
        Assert.Equal(expected, strict);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"type":"string"}""")]
    [InlineData("""{"allOf":[{"type":"object","properties":{}}]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":5}}}""")]
    public void Schema_that_cannot_be_asked_for_is_refused(string schema) => Assert.False(StrictSchema.TryConvert(schema, out _));
}
