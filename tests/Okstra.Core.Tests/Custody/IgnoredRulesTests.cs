using Okstra.Core.Custody;

namespace Okstra.Core.Tests.Custody;

public sealed class IgnoredRulesTests
{
    private static readonly IgnoredRules Rules = new(
        ["package.json", "src/App/App.csproj", "rust/Cargo.toml", "py/pyproject.toml", "lib/readme.md"],
        new HashSet<string>(StringComparer.Ordinal) { ".okstra" });

    [Theory]
    [InlineData("node_modules/")]
    [InlineData("src/App/bin/")]
    [InlineData("src/App/obj/")]
    [InlineData("rust/target/")]
    [InlineData("dist/")]
    [InlineData("py/build/")]
    [InlineData("py/x/__pycache__/")]
    [InlineData("a/b.pyc")]
    [InlineData(".DS_Store")]
    [InlineData("lib/.venv/")]
    [InlineData("lib/coverage/")]
    [InlineData("lib/main.o")]
    [InlineData("node_modules/some/.env")]
    public void Output_of_a_tool_is_regenerable(string path) => Assert.Equal(IgnoredKind.Regenerable, Rules.Classify(path));

    [Theory]
    [InlineData(".env")]
    [InlineData("secret/")]
    [InlineData("lib/bin/")]
    [InlineData("lib/target/")]
    [InlineData("lib/dist/")]
    [InlineData("src/App/build/")]
    [InlineData("notes.log")]
    [InlineData("build")]
    [InlineData("my.cache/")]
    public void Everything_else_is_precious(string path) => Assert.Equal(IgnoredKind.Precious, Rules.Classify(path));

    [Fact]
    public void A_link_okstra_made_is_neither() => Assert.Equal(IgnoredKind.Link, Rules.Classify(".okstra"));
}
