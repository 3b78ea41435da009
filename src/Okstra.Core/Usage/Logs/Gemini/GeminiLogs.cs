using Okstra.Core.Hosting;
using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Gemini;

/// <summary>Session logs of Gemini CLI (R-LAY-14): <c>tmp/&lt;project&gt;/chats/</c> below <c>~/.gemini</c>; <c>.json</c> of older versions, <c>.jsonl</c> now, sub-agents one folder deeper.</summary>
internal sealed class GeminiLogs : LogAgent
{
    /// <summary>File of a project's folder that holds the path of the project; the chats name it nowhere.</summary>
    internal const string ProjectRoot = "/.project_root";

    private const string Chats = "/chats/";

    public override string Id => "gemini";

    public override IReadOnlyList<string> Counters { get; } = ["messages", "input", "cached_input", "output", "thoughts", "tool", "total"];

    public override ReadOnlySpan<byte> Marker => "\"tokens\""u8;

    public override IReadOnlyList<string> Folders(HostEnvironment host) =>
        [.. (Named(host, "GEMINI_DATA_DIR") ?? [Path.Combine(host.Home, ".gemini")]).Select(root => Path.Combine(root, "tmp"))];

    public override LogForm Form(string relative) =>
        relative.EndsWith(ProjectRoot, StringComparison.Ordinal) ? LogForm.Document
        : !relative.Contains(Chats, StringComparison.Ordinal) ? LogForm.None
        : relative.EndsWith(".jsonl", StringComparison.Ordinal) ? LogForm.Lines
        : relative.EndsWith(".json", StringComparison.Ordinal) ? LogForm.Document
        : LogForm.None;

    private protected override bool Take(scoped ref JsonCursor json, LogDigest digest)
    {
        if (!digest.Relative.EndsWith(ProjectRoot, StringComparison.Ordinal))
        {
            return GeminiLine.Take(ref json, digest);
        }

        digest.Facts = digest.Facts with { Cwd = LogDigest.Decode(json.Rest).TrimEnd() };
        return json.ToEnd();
    }

    private protected override void Count(IReadOnlyList<LogDigest> logs, UsageTally tally) => new GeminiCount(logs).Into(tally);

    private protected override TokenUsage Shared(ReadOnlySpan<long> values) => new()
    {
        Input = values[1] - values[2],
        CacheRead = values[2],
        Output = values[3] + values[4],
        Reasoning = values[4],
        Total = values[6],
    };
}
