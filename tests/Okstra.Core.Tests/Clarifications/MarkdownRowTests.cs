using Okstra.Core.Reports;
using Okstra.Core.Text;

namespace Okstra.Core.Tests.Clarifications;

public sealed class MarkdownRowTests
{
    [Theory]
    [InlineData("| a | b |", "a", "b")]
    [InlineData("  |\ta \\| b\t|  | c", "a | b", "", "c")]
    [InlineData("| `a \\| b` | \\*c\\* |", "`a | b`", "*c*")]
    [InlineData("| a\\\\ | &lt;b&gt; &amp;lt;<br>c |", "a\\", "<b> &lt;\nc")]
    [InlineData("||", "")]
    [InlineData("|", new string[0])]
    [InlineData("no row", new string[0])]
    public void Cells_are_found_and_read(string line, params string[] texts) => Assert.Equal(texts, MarkdownRow.Texts(line));

    [Theory]
    [InlineData("plain")]
    [InlineData("a | b \\ c * d _e_ [f](g) ~h~ <i> & &amp;")]
    [InlineData("`code | x` and `` two ` ticks ``")]
    [InlineData("first\nsecond")]
    [InlineData("캐시 | 값")]
    [InlineData("C:\\Users\\x | y")]
    public void What_okstra_writes_into_a_cell_comes_out_of_it_again(string text) =>
        Assert.Equal(text, Assert.Single(MarkdownRow.Texts($"| {MarkdownText.Cell(text)} |")));
}
