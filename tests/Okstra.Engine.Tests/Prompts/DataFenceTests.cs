using Okstra.Engine.Prompts;

namespace Okstra.Engine.Tests.Prompts;

public sealed class DataFenceTests
{
    [Theory]
    [InlineData("plain", "````")]
    [InlineData("```", "````")]
    [InlineData("````\n`````x", "``````")]
    public void Fence_is_longer_than_every_run_of_backticks_inside(string text, string fence) =>
        Assert.Equal($"{fence}data\n{text}\n{fence}", DataFence.Around("data", text));

    [Fact]
    public void Fence_drops_control_and_hidden_characters_and_keeps_every_script()
    {
        Assert.Equal("a\tb\n한글 é 日本 👩‍💻", DataFence.Clean("a\tb\r\n\u001b\u0007\u202e\u200b\U000E0041한글 é 日本 👩‍💻"));
    }

    [Fact]
    public void Line_is_one_line_without_code_marks_and_bounded()
    {
        Assert.Equal("a 'b' c", DataFence.Line("a `b`\nc"));
        Assert.Equal("xxxxx…", DataFence.Line(new string('x', 50), 5));
    }
}
