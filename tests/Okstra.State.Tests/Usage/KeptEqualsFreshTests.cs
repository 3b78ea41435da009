using static Okstra.State.Tests.Usage.ClaudeText;

namespace Okstra.State.Tests.Usage;

/// <summary>Logs that change at random: what is kept and what a first reading finds are the same after every change.</summary>
public sealed class KeptEqualsFreshTests : IDisposable
{
    private readonly LogHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void After_every_change_a_kept_reading_equals_a_first_one(int seed)
    {
        var random = new Random(seed);
        for (var step = 0; step < 60; step++)
        {
            Change(random, step);

            var kept = Everything();
            if (step % 5 == 0)
            {
                Assert.Equal(kept, Everything());
            }

            _home.Variables["OKSTRA_HOME"] = _home.At($"fresh-{step}");
            Assert.Equal(Everything(), kept);
            _home.Variables.Remove("OKSTRA_HOME");
        }
    }

    private List<string> Everything() =>
        [.. _home.Scan().Agents.SelectMany(agent => LogHome.Describe(agent).Concat(agent.Sessions.Select(session => session.ToString())).Concat(agent.Notes.Select(note => note.ToString())))];

    private void Change(Random random, int step)
    {
        var agent = random.Next(3);
        var path = agent switch
        {
            0 => _home.At($".claude/projects/-srv-x/{(random.Next(3) == 0 ? "s1/subagents/agent-a1" : $"s{random.Next(3)}")}.jsonl"),
            1 => _home.At($".codex/sessions/rollout-t{random.Next(3)}.jsonl"),
            _ => _home.At($".gemini/tmp/x/chats/session-{random.Next(3)}.jsonl"),
        };
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var old = File.Exists(path) ? File.ReadAllText(path) : "";
        var text = random.Next(8) switch
        {
            0 => old[..random.Next(old.Length + 1)],
            1 => string.Concat(Lines(random, agent, path)),
            2 => old + string.Concat(Lines(random, agent, path)).TrimEnd('\n'),
            3 => old + Line(random, agent, path)[..random.Next(60)],
            _ => old + string.Concat(Lines(random, agent, path)),
        };
        if (random.Next(10) == 0)
        {
            File.Delete(path);
        }

        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddDays(20000).AddMinutes(step));
    }

    private static IEnumerable<string> Lines(Random random, int agent, string path) => Enumerable.Range(0, random.Next(1, 30)).Select(_ => Line(random, agent, path) + "\n");

    private static string Line(Random random, int agent, string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var time = $"2026-01-0{random.Next(1, 5)}T0{random.Next(10)}:00:00.000Z";
        var total = random.Next(1, 300);
        return agent switch
        {
            0 => random.Next(6) switch
            {
                0 => Queued(name, time),
                1 => Result("a1", Tokens(random.Next(3), 400)),
                2 => Progress($"m{random.Next(40)}", Tokens(random.Next(3), random.Next(90)), time),
                _ => Assistant(random.Next(20) == 0 ? null : $"m{random.Next(40)}", Tokens(random.Next(3), random.Next(90)), name, time, side: name.StartsWith('a')),
            },
            1 => random.Next(6) switch
            {
                0 => CodexText.Meta(name[^2..], random.Next(2) == 0 ? "\"forked_from_id\":\"t0\"," : "", time),
                1 => CodexText.Model($"gpt-{random.Next(3)}"),
                2 => CodexText.Record($"r{random.Next(30)}", CodexText.Used(total, 1), name[^2..]),
                _ => CodexText.Count(CodexText.Used(total, 1), random.Next(2) == 0 ? null : CodexText.Used(total / 2, 1), time),
            },
            _ => random.Next(5) == 0
                ? $$"""{"sessionId":"{{name}}","kind":"{{(random.Next(2) == 0 ? "main" : "subagent")}}"}"""
                : $$"""{"id":"m{{random.Next(20)}}","timestamp":"{{time}}","type":"gemini","content":"x","tokens":{"input":{{total}} } }""",
        };
    }
}
