using System.Text;
using static Okstra.State.Tests.Usage.ClaudeText;

namespace Okstra.State.Tests.Usage;

/// <summary>What is kept of an earlier reading changes how long the next one takes and nothing else.</summary>
public sealed class KeptLogsTests : IDisposable
{
    private readonly LogHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void An_unchanged_log_is_not_read_again()
    {
        var path = _home.Claude("s1", Assistant("m1"), Assistant("m2"));
        Assert.Equal(2, _home.Sum("claude", "messages"));

        Rewrite(path, text => text.Replace("m2", "m1", StringComparison.Ordinal));

        Assert.Equal(2, _home.Sum("claude", "messages"));
    }

    [Fact]
    public void Of_a_log_that_has_grown_only_the_new_lines_are_read()
    {
        // Copies beyond the ends that are checked are changed: they were read again, the sum would be another.
        var path = _home.Claude("s1", [.. Enumerable.Range(0, 60).Select(number => Assistant($"m{number}"))]);
        Assert.Equal(60, _home.Sum("claude", "messages"));

        var bytes = File.ReadAllText(path);
        var middle = bytes.IndexOf("\"m30\"", StringComparison.Ordinal);
        Put(path, bytes[..middle] + "\"m29\"" + bytes[(middle + 5)..] + Assistant("m99") + "\n");

        Assert.Equal(61, _home.Sum("claude", "messages"));
    }

    [Fact]
    public void A_last_line_that_is_finished_later_counts_once()
    {
        var line = Assistant(null, Tokens(output: 50));
        var path = _home.Bytes(".claude/projects/-srv-x/s1.jsonl", Encoding.UTF8.GetBytes($"{Assistant("m1")}\n{line}"));
        Assert.Equal((2, 60), (_home.Sum("claude", "messages"), _home.Sum("claude", "output")));

        Put(path, File.ReadAllText(path) + "\n" + Assistant(null) + "\n");

        Assert.Equal((3, 70), (_home.Sum("claude", "messages"), _home.Sum("claude", "output")));
    }

    [Fact]
    public void A_counter_in_a_last_line_without_its_end_is_not_counted_twice()
    {
        var path = _home.Bytes(".codex/sessions/rollout-t1.jsonl", Encoding.UTF8.GetBytes($"{CodexText.Meta("t1")}\n{CodexText.Count(null, CodexText.Used(5, 1))}\n{CodexText.Count(null, CodexText.Used(7, 2))}"));
        Assert.Equal(12, _home.Sum("codex", "input"));

        Put(path, $"{File.ReadAllText(path)}\n{CodexText.Count(null, CodexText.Used(9, 3))}\n");

        Assert.Equal((3, 21), (_home.Sum("codex", "responses"), _home.Sum("codex", "input")));
    }

    [Fact]
    public void A_log_that_was_cut_rewritten_or_replaced_is_read_anew()
    {
        var path = _home.Claude("s1", Assistant("m1"), Assistant("m2"));
        Assert.Equal(2, _home.Sum("claude", "messages"));

        Put(path, Assistant("m1") + "\n");
        Assert.Equal(1, _home.Sum("claude", "messages"));

        Put(path, Assistant("m5", Tokens(output: 7)) + "\n" + Assistant("m6", Tokens(output: 7)) + "\n" + Assistant("m7", Tokens(output: 7)) + "\n");
        Assert.Equal((3, 21), (_home.Sum("claude", "messages"), _home.Sum("claude", "output")));

        File.Delete(path);
        _home.Claude("s1", Assistant("m8", Tokens(output: 3)));
        Assert.Equal((1, 3), (_home.Sum("claude", "messages"), _home.Sum("claude", "output")));

        File.Delete(path);
        Assert.Equal(0, _home.Sum("claude", "messages"));
    }

    [Fact]
    public void A_log_that_was_written_just_now_is_not_kept_because_it_may_change_and_look_the_same()
    {
        var path = _home.Claude("s1", Assistant("m1"), Assistant("m2"));
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        Assert.Equal(2, _home.Sum("claude", "messages"));

        Rewrite(path, text => text.Replace("m2", "m1", StringComparison.Ordinal));

        Assert.Equal(1, _home.Sum("claude", "messages"));
    }

    [Fact]
    public void A_damaged_torn_or_foreign_file_of_kept_figures_is_made_again()
    {
        _home.Claude("s1", Assistant("m1"), Assistant("m2"));
        Assert.Equal(2, _home.Sum("claude", "messages"));
        foreach (var kept in Directory.GetFiles(_home.Kept))
        {
            var whole = File.ReadAllBytes(kept);
            for (var at = 0; at < whole.Length; at += 17)
            {
                File.WriteAllBytes(kept, [.. whole[..at], (byte)(whole[at] ^ 1), .. whole[(at + 1)..]]);
                Assert.Equal(2, _home.Sum("claude", "messages"));
                File.WriteAllBytes(kept, whole[..at]);
                Assert.Equal(2, _home.Sum("claude", "messages"));
            }

            File.WriteAllBytes(kept, whole);
        }
    }

    [Fact]
    public void Without_a_place_to_keep_anything_the_figures_are_the_same()
    {
        _home.Claude("s1", Assistant("m1"));
        _home.Variables["OKSTRA_HOME"] = _home.Log("a-file", "no folder");

        Assert.Equal(1, _home.Sum("claude", "messages"));
        Assert.Equal(1, _home.Sum("claude", "messages"));
    }

    [Fact]
    public void Two_configurations_do_not_disturb_one_another()
    {
        _home.Claude("s1", Assistant("m1"));
        _home.Log("other/projects/x/s2.jsonl", Assistant("m2"), Assistant("m3"));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            _home.Variables.Remove("CLAUDE_CONFIG_DIR");
            Assert.Equal(1, _home.Sum("claude", "messages"));
            _home.Variables["CLAUDE_CONFIG_DIR"] = _home.At("other");
            Assert.Equal(2, _home.Sum("claude", "messages"));
        }
    }

    [Fact]
    public async Task Several_readers_at_once_do_not_disturb_one_another()
    {
        foreach (var session in Enumerable.Range(0, 20))
        {
            _home.Claude($"s{session}", Assistant($"m{session}", session: $"s{session}"));
        }

        var sums = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _home.Sum("claude", "messages"), TestContext.Current.CancellationToken)));

        Assert.All(sums, sum => Assert.Equal(20, sum));
        Assert.Equal(20, _home.Sum("claude", "messages"));
    }

    [Fact]
    public async Task A_log_that_is_written_while_it_is_read_never_counts_more_than_is_there_and_in_the_end_all_of_it()
    {
        var path = _home.Claude("s1");
        using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        var written = 0;
        var writing = Task.Run(
            () =>
            {
                for (var number = 0; number < 2000; number++)
                {
                    var line = Encoding.UTF8.GetBytes(Assistant($"m{number}", content: $"\"{new string('x', number)}\"") + "\n");
                    stream.Write(line.AsSpan(0, line.Length / 2));
                    stream.Write(line.AsSpan(line.Length / 2));
                    Interlocked.Increment(ref written);
                }
            },
            TestContext.Current.CancellationToken);
        while (!writing.IsCompleted)
        {
            var before = Volatile.Read(ref written);
            var usage = _home.Of("claude");
            Assert.InRange(usage.Rows.Sum(row => row.Values[0]), before, Volatile.Read(ref written) + 1);
            Assert.Empty(usage.Notes);
        }

        await writing;
        Assert.Equal(2000, _home.Sum("claude", "messages"));
    }

    private static void Rewrite(string path, Func<string, string> change)
    {
        var time = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, change(File.ReadAllText(path)));
        File.SetLastWriteTimeUtc(path, time);
    }

    private static void Put(string path, string text)
    {
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(-30));
    }
}
