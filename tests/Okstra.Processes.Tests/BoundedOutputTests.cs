using System.Text;

namespace Okstra.Processes.Tests;

public sealed class BoundedOutputTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100)]
    public void Output_within_the_limits_is_kept_whole_however_it_arrives(int chunk)
    {
        var kept = Fill(new BoundedOutput(8, 12), "한글 ünïcode🙂", chunk);

        Assert.Equal("한글 ünïcode🙂", kept.ToText());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Head_and_tail_are_kept_and_the_gap_is_named(int chunk)
    {
        var kept = Fill(new BoundedOutput(4, 6), "0123456789abcdefghij", chunk);

        Assert.Equal("0123\n[10 bytes left out]\nefghij", kept.ToText());
        Assert.Equal("0123efghij"u8.ToArray(), kept.ToBytes());
        Assert.Equal(20, kept.Total);
    }

    [Fact]
    public void No_limit_ever_splits_a_character()
    {
        var text = string.Concat(Enumerable.Repeat("a한🙂é", 20));
        for (var head = 0; head < 24; head++)
        {
            for (var tail = 0; tail < 24; tail++)
            {
                Assert.DoesNotContain('\uFFFD', Fill(new BoundedOutput(head, tail), text, 5).ToText());
            }
        }
    }

    [Fact]
    public void Tail_alone_is_the_plain_end() => Assert.Equal("efghij", Fill(new BoundedOutput(0, 6), "0123456789abcdefghij", 4).ToText());

    private static BoundedOutput Fill(BoundedOutput output, string text, int chunk)
    {
        foreach (var part in Encoding.UTF8.GetBytes(text).Chunk(chunk))
        {
            output.Append(part);
        }

        return output;
    }
}
