using Okstra.Core.Problems;
using Okstra.Core.Profiles;

namespace Okstra.Core.Tests.Profiles;

public sealed class ProfileIncludesTests
{
    [Fact]
    [Trait("Req", "R-LAY-88")]
    public void Include_is_replaced_in_place_recursively_relative_to_its_own_folder()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["p/shared/a.md"] = "A {{INCLUDE:b.md}}\n\n",
            ["p/shared/b.md"] = "B {{INCLUDE: ../c.md }}\n",
            ["p/c.md"] = "C\n",
        };

        var expanded = ProfileIncludes.Expand("p/main.md", "start\n{{INCLUDE: shared/a.md}}\nend\n", files.GetValueOrDefault);

        Assert.Equal("start\nA B C\nend\n", expanded);
    }

    [Fact]
    [Trait("Req", "R-LAY-89")]
    public void Missing_target_is_refused_with_target_and_referrer()
    {
        var refused = Assert.Throws<UserErrorException>(() => ProfileIncludes.Expand("p/main.md", "{{INCLUDE:gone.md}}", _ => null));

        Assert.Contains("'gone.md'", refused.Problem.Message, StringComparison.Ordinal);
        Assert.Contains("'p/main.md'", refused.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-LAY-89")]
    public void Four_levels_are_expanded_and_a_fifth_is_refused_with_the_file()
    {
        static string Chain(string name) => name == "p/5.md" ? "end" : $"{{{{INCLUDE:{int.Parse(name[2..3]) + 1}.md}}}}";

        Assert.Equal("end", ProfileIncludes.Expand("p/1.md", Chain("p/1.md"), Chain));
        var refused = Assert.Throws<UserErrorException>(() => ProfileIncludes.Expand("p/0.md", Chain("p/0.md"), Chain));
        Assert.Contains("recursion limit", refused.Problem.Message, StringComparison.Ordinal);
        Assert.Contains("p/5.md", refused.Problem.Message, StringComparison.Ordinal);
        Assert.Throws<UserErrorException>(() => ProfileIncludes.Expand("p/me.md", "{{INCLUDE:me.md}}", _ => "{{INCLUDE:me.md}}"));
    }
}
