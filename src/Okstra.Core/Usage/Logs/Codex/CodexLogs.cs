using Okstra.Core.Hosting;
using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Codex;

/// <summary>Session logs of Codex CLI (R-LAY-13): <c>sessions/Y/M/D/rollout-*.jsonl</c> and <c>archived_sessions/</c> below <c>$CODEX_HOME</c>.</summary>
internal sealed class CodexLogs : LogAgent
{
    public override string Id => "codex";

    public override IReadOnlyList<string> Counters { get; } = ["responses", "input", "cached_input", "output", "reasoning", "total"];

    public override ReadOnlySpan<byte> Marker => "_tokens\""u8;

    /// <summary>Active ones come first: a thread that is in both counts from there.</summary>
    public override IReadOnlyList<string> Folders(HostEnvironment host)
    {
        var roots = Named(host, "CODEX_HOME") ?? [Path.Combine(host.Home, ".codex")];
        return [.. roots.Select(root => Path.Combine(root, "sessions")), .. roots.Select(root => Path.Combine(root, "archived_sessions"))];
    }

    public override LogForm Form(string relative) =>
        !relative[(relative.LastIndexOf('/') + 1)..].StartsWith("rollout-", StringComparison.Ordinal) ? LogForm.None
        : relative.EndsWith(".jsonl", StringComparison.Ordinal) ? LogForm.Lines
        : relative.EndsWith(".jsonl.zst", StringComparison.Ordinal) ? LogForm.Compressed
        : LogForm.None;

    private protected override bool Take(scoped ref JsonCursor json, LogDigest digest) => CodexLine.Take(ref json, digest);

    private protected override void Count(IReadOnlyList<LogDigest> logs, UsageTally tally) => new CodexCount(logs).Into(tally);

    private protected override TokenUsage Shared(ReadOnlySpan<long> values) => new()
    {
        Input = values[1] - values[2],
        CacheRead = values[2],
        Output = values[3],
        Reasoning = values[4],
        Total = values[5],
    };
}
