using System.Text;
using static Okstra.State.Tests.Usage.ClaudeText;

namespace Okstra.State.Tests.Usage;

/// <summary>Bytes that are no proper JSON lines, and figures that are in them all the same.</summary>
public sealed class OddBytesTests : IDisposable
{
    private const string Log = ".claude/projects/-srv-x/s1.jsonl";
    private readonly LogHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Half_a_surrogate_in_a_text_does_no_harm()
    {
        _home.Claude("s1", Assistant("m1", content: "\"half \\ud83d\""));

        Assert.Equal(1, _home.Sum("claude", "messages"));
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_do_no_harm()
    {
        var line = Encoding.UTF8.GetBytes(Assistant("m1", content: "\"#\""));
        line[Array.IndexOf(line, (byte)'#')] = 0xC3;
        _home.Bytes(Log, line);

        Assert.Equal(1, _home.Sum("claude", "messages"));
    }

    [Fact]
    public void A_byte_order_mark_and_a_block_of_zeros_before_a_line_are_passed_over()
    {
        _home.Bytes(Log, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Assistant("m1") + "\n"), .. new byte[256], .. Encoding.UTF8.GetBytes(Assistant("m2") + "\n")]);

        Assert.Equal(2, _home.Sum("claude", "messages"));
    }

    [Fact]
    public void Two_objects_on_one_line_both_count()
    {
        _home.Claude("s1", Assistant("m1") + Assistant("m2"));

        Assert.Equal(2, _home.Sum("claude", "messages"));
    }

    [Fact]
    public void Numbers_with_a_point_are_numbers_and_negative_or_senseless_ones_are_nothing()
    {
        _home.Claude("s1", Assistant("m1", """{"input_tokens":10.0,"output_tokens":1e2,"cache_read_input_tokens":-5,"cache_creation_input_tokens":99999999999999999999}"""));

        Assert.Equal(["s1 claude-opus-4-8 2026-01-02 main messages=1 input=10 output=100 total=110"], _home.Rows("claude"));
    }

    [Fact]
    public void White_space_between_members_does_no_harm()
    {
        _home.Claude("s1", Assistant("m1").Replace("\":", "\" : ", StringComparison.Ordinal).Replace(",\"", " , \"", StringComparison.Ordinal) + "\r", "", "  ");

        Assert.Equal(1, _home.Sum("claude", "messages"));
    }

    [Fact]
    public void A_last_line_counts_without_its_newline_when_it_is_whole()
    {
        _home.Bytes(Log, Encoding.UTF8.GetBytes($"{Assistant("m1")}\n{Assistant("m2")}"));

        Assert.Equal(2, _home.Sum("claude", "messages"));
    }

    [Fact]
    public void A_last_line_cut_anywhere_neither_counts_nor_is_reported()
    {
        var last = Assistant("m2", Tokens(more: ""","iterations":[]"""));
        for (var length = 1; length < last.Length; length += 7)
        {
            _home.Bytes(Log, Encoding.UTF8.GetBytes($"{Assistant("m1")}\n{last[..length]}"));

            var usage = _home.Of("claude");
            Assert.Equal(1, Assert.Single(usage.Rows).Values[0]);
            Assert.Empty(usage.Notes);
        }
    }

    [Fact]
    public void A_cut_line_inside_the_file_is_passed_over_and_reported()
    {
        _home.Claude("s1", Assistant("m1"), Assistant("m2")[..^40], Assistant("m3"));

        var usage = _home.Of("claude");
        Assert.Equal(2, Assert.Single(usage.Rows).Values[0]);
        Assert.Equal("1 line(s) that name tokens are damaged and were not counted", Assert.Single(usage.Notes).Text);
    }

    [Fact]
    public void A_damaged_line_that_names_no_tokens_is_nobodys_business()
    {
        _home.Claude("s1", "{\"type\":\"user\",\"mess", Assistant("m1"));

        Assert.Empty(_home.Of("claude").Notes);
    }

    [Fact]
    public void A_cut_line_that_the_next_one_was_written_onto_gives_no_made_up_figures()
    {
        var torn = Assistant("m1", content: "\"abc");
        for (var length = torn.IndexOf("abc", StringComparison.Ordinal); length > 2; length -= 3)
        {
            _home.Bytes(Log, Encoding.UTF8.GetBytes($"{torn[..length]}{Assistant("m2", Tokens(output: 77))}\n{Assistant("m3")}\n"));

            var row = Assert.Single(_home.Of("claude").Rows);
            Assert.True(row.Values[0] is 1 or 2, $"cut at {length}: {row.Values[0]} messages");
            Assert.True(row.Values[2] is 10 or 87, $"cut at {length}: output {row.Values[2]}");
        }
    }

    [Theory]
    [InlineData(300 << 10)]
    [InlineData(40 << 20)]
    public void A_long_line_is_counted_without_being_held_in_memory(int size)
    {
        var text = new string('x', size / 2) + "\\\\" + new string('y', size / 2) + "\\\"";
        _home.Claude("s1", Assistant("m1"), Assistant("m2", Tokens(output: 5), content: $"[{{\"type\":\"text\",\"text\":\"{text}\"}}]"), Assistant("m3"));

        Assert.Equal((3, 25), (_home.Sum("claude", "messages"), _home.Sum("claude", "output")));
        Assert.Empty(_home.Of("claude").Notes);
    }

    [Fact]
    public void A_line_too_long_even_without_its_texts_is_reported()
    {
        _home.Claude("s1", Assistant("m1"), Assistant("m2", content: $"[{string.Join(',', Enumerable.Repeat("1", 9 << 20))}]"), Assistant("m3"));

        var usage = _home.Of("claude");
        Assert.Equal(2, Assert.Single(usage.Rows).Values[0]);
        Assert.Contains("too long", Assert.Single(usage.Notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_are_found_wherever_the_blocks_they_are_read_in_end()
    {
        // The first four lines are read in any case; the marker of the one after the long line moves over the end of the first block in steps shorter than itself.
        string[] first = [.. Enumerable.Repeat(Assistant("m1"), 4)];
        var end = (256 << 10) - first.Sum(line => line.Length + 1);
        for (var padding = end - 500; padding < end; padding += 5)
        {
            _home.Claude("s1", [.. first, $"{{\"type\":\"user\",\"message\":\"{new string('x', padding)}\"}}", Assistant("m2"), Assistant("m3")]);

            Assert.Equal(3, _home.Sum("claude", "messages"));
        }
    }
}
