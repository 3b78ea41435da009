using Okstra.Core.Usage.Logs.Claude;

namespace Okstra.Core.Tests.Usage;

/// <summary>The folder names that Claude Code 2.1.197 made for these paths.</summary>
public sealed class ClaudeTranscriptTests
{
    [Fact]
    [Trait("Req", "R-LAY-11")]
    public void A_transcript_lies_in_the_folder_named_by_the_path_and_has_the_sessions_name()
    {
        Assert.Equal("projects/-srv-okstra-cli/5d0c1f0e-0000-4000-8000-000000000001.jsonl", ClaudeTranscript.Relative("/srv/okstra-cli/", "5d0c1f0e-0000-4000-8000-000000000001"));
        Assert.Equal("-srv-shop-api", ClaudeTranscript.Folder("/srv/shop/api"));
    }

    [Theory]
    [InlineData("/srv/fx/Ünï_côdé proj.v1 日本", "-srv-fx--n--c-d--proj-v1---")]
    [InlineData("/srv/🚀", "-srv---")]
    [InlineData("/", "-")]
    public void Every_other_character_becomes_a_dash_one_for_each_code_unit(string path, string folder) => Assert.Equal(folder, ClaudeTranscript.Folder(path));

    [Fact]
    public void A_long_name_is_cut_and_told_apart_by_a_hash()
    {
        var (one, other) = (ClaudeTranscript.Folder("/" + new string('a', 250)), ClaudeTranscript.Folder("/" + new string('a', 249) + "b"));

        Assert.StartsWith("-" + new string('a', 199) + "-", one, StringComparison.Ordinal);
        Assert.NotEqual(one, other);
    }
}
