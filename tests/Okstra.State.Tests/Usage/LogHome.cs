using System.Text;
using Okstra.Core.Usage.Logs;
using Okstra.State.Layout;
using Okstra.State.Usage;
using Okstra.State.Writing;

namespace Okstra.State.Tests.Usage;

/// <summary>A user's home with session logs made by hand.</summary>
internal sealed class LogHome : IDisposable
{
    private readonly TempFolder _folder = new();

    public Dictionary<string, string> Variables { get; } = [];

    public string Path => _folder.Path;

    public string Kept => _folder.At(".okstra", "usage");

    public string At(string relative) => _folder.At(relative);

    /// <summary>Writes a log; each text becomes a line.</summary>
    public string Log(string relative, params IEnumerable<string> lines) => Bytes(relative, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));

    public string Claude(string name, params IEnumerable<string> lines) => Log($".claude/projects/-srv-x/{name}.jsonl", lines);

    public string Codex(string name, params IEnumerable<string> lines) => Log($".codex/sessions/2026/01/02/rollout-2026-01-02T03-04-05-{name}.jsonl", lines);

    public string Gemini(string name, params IEnumerable<string> lines) => Log($".gemini/tmp/x/chats/{name}", lines);

    /// <summary>Writes bytes as they are, an hour old: what was written just now is never kept.</summary>
    public string Bytes(string relative, byte[] bytes)
    {
        var path = _folder.At(relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        Age(path);
        return path;
    }

    public static void Age(string path) => File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-1));

    public UsageScan Scan()
    {
        var host = HermeticHost.Create(Path, Variables);
        return new UsageLogs(host, StateWriter.For(host), HomeLayout.Of(host), TimeProvider.System).Read(TestContext.Current.CancellationToken);
    }

    public AgentUsage Of(string agent) => Scan().Agents.Single(usage => usage.Agent == agent);

    /// <summary>The rows, each as <c>session model date kind counter=value …</c> with the counters that are not 0.</summary>
    public IReadOnlyList<string> Rows(string agent) => Describe(Of(agent));

    public static IReadOnlyList<string> Describe(AgentUsage usage) =>
        [.. usage.Rows.Select(row => $"{row.Session} {row.Model} {row.Date} {row.Kind}{string.Concat(usage.Counters.Zip(row.Values).Where(pair => pair.Second != 0).Select(pair => $" {pair.First}={pair.Second}"))}")];

    /// <summary>One counter over all rows.</summary>
    public long Sum(string agent, string counter)
    {
        var usage = Of(agent);
        var at = usage.Counters.ToList().IndexOf(counter);
        return usage.Rows.Sum(row => row.Values[at]);
    }

    public void Dispose() => _folder.Dispose();
}
