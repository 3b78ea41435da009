using Okstra.Core.Hosting;
using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Claude;

/// <summary>Session logs of Claude Code (R-LAY-11): <c>&lt;config&gt;/projects/&lt;encoded cwd&gt;/&lt;session&gt;.jsonl</c>, sub-agents in <c>&lt;session&gt;/subagents/</c> or beside it.</summary>
internal sealed class ClaudeLogs : LogAgent
{
    public override string Id => "claude";

    public override IReadOnlyList<string> Counters { get; } = ["messages", "input", "output", "cache_creation", "cache_creation_5m", "cache_creation_1h", "cache_read", "total"];

    public override ReadOnlySpan<byte> Marker => "\"usage\""u8;

    private static ReadOnlySpan<byte> Queued => "\"queue-operation\""u8;

    public override IReadOnlyList<string> Folders(HostEnvironment host)
    {
        var configured = host.Variables.GetValueOrDefault("XDG_CONFIG_HOME") is { Length: > 0 } xdg && Path.IsPathRooted(xdg) ? xdg : Path.Combine(host.Home, ".config");
        var roots = Named(host, "CLAUDE_CONFIG_DIR") ?? [Path.Combine(host.Home, ".claude"), Path.Combine(configured, "claude")];
        return [.. roots.Select(root => Path.Combine(root, "projects"))];
    }

    public override LogForm Form(string relative) =>
        relative.EndsWith(".jsonl", StringComparison.Ordinal) ? LogForm.Lines
        : relative.EndsWith(".jsonl.zst", StringComparison.Ordinal) || relative.EndsWith(".jsonl.gz", StringComparison.Ordinal) ? LogForm.Compressed
        : LogForm.None;

    protected override int Seek(ReadOnlySpan<byte> bytes, LogDigest digest)
    {
        var usage = bytes.IndexOf(Marker);
        if (digest.Memory.Time != IsoTime.Unknown)
        {
            return usage;
        }

        var queued = (usage < 0 ? bytes : bytes[..usage]).IndexOf(Queued);
        return queued < 0 ? usage : queued;
    }

    private protected override bool Take(scoped ref JsonCursor json, LogDigest digest)
    {
        var line = ClaudeLine.Read(ref json);
        if (json.Broken)
        {
            return false;
        }

        ClaudeRows.Add(line, json, digest);
        return true;
    }

    private protected override void Count(IReadOnlyList<LogDigest> logs, UsageTally tally) => new ClaudeCount(logs).Into(tally);

    private protected override TokenUsage Shared(ReadOnlySpan<long> values) => new()
    {
        Input = values[1],
        Output = values[2],
        CacheWrite = values[3],
        CacheWrite1h = values[5],
        CacheRead = values[6],
        Total = values[7],
    };
}
