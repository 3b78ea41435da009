using Okstra.Core.Problems;
using Okstra.Core.Profiles;

namespace Okstra.Core.Tests.Profiles;

public sealed class TemplateTextTests
{
    [Fact]
    [Trait("Req", "R-LAY-66")]
    public void Tokens_are_replaced_everywhere_once_and_values_are_not_templates()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["A"] = "{{B}}", ["B"] = "b" };

        Assert.Equal("{{B}} b {{B}} {{ C }} {x} {{}}", TemplateText.Fill("t", "{{A}} {{B}} {{A}} {{ C }} {x} {{}}", values));
    }

    [Fact]
    [Trait("Req", "R-LAY-66")]
    public void Token_without_a_value_is_refused_by_name()
    {
        var refused = Assert.Throws<UserErrorException>(() => TemplateText.Fill("launch", "x {{MISSING}}", new Dictionary<string, string>(StringComparer.Ordinal)));

        Assert.Contains("'{{MISSING}}'", refused.Problem.Message, StringComparison.Ordinal);
        Assert.Contains("'launch'", refused.Problem.Message, StringComparison.Ordinal);
    }
}
