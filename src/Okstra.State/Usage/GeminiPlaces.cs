using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Okstra.Core.Hosting;
using Okstra.Core.Usage.Logs;

namespace Okstra.State.Usage;

/// <summary>
/// Where Gemini CLI worked: its logs name no folder, but the folder they lie in does, by its <c>.project_root</c> or, in older versions, by the hash that is its name. Sub-agents lie in
/// a folder named after the session that started them.
/// </summary>
/// <param name="host">Where the logs are.</param>
/// <param name="folders">Folders a hash may stand for, absolute.</param>
public sealed partial class GeminiPlaces(HostEnvironment host, IEnumerable<string> folders)
{
    private const string Id = "gemini";

    // The id stands in the first member of the first line.
    private const int HeadLength = 16 * 1024;

    private readonly Dictionary<string, string> _byHash = folders.Distinct(StringComparer.Ordinal).ToDictionary(folder => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder))), folder => folder, StringComparer.Ordinal);

    /// <summary>The same facts, with folder and caller where they were not known; those of other agents as they are.</summary>
    public AgentUsage Complete(AgentUsage agent)
    {
        if (agent.Agent != Id || agent.Sessions.All(session => session.Cwd is not null))
        {
            return agent;
        }

        var found = Find();
        return agent with
        {
            Sessions = [.. agent.Sessions.Select(session => found.TryGetValue(session.Id, out var place) ? session with { Cwd = session.Cwd ?? place.Cwd, Parent = session.Parent ?? place.Parent } : session)],
        };
    }

    private Dictionary<string, (string? Cwd, string? Parent)> Find()
    {
        var found = new Dictionary<string, (string?, string?)>(StringComparer.Ordinal);
        var projects = UsageAgents.All.Single(agent => agent.Id == Id).Folders(host).Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories);
        foreach (var project in projects)
        {
            var chats = Path.Combine(project, "chats");
            var cwd = RootOf(project);
            foreach (var file in Directory.Exists(chats) ? Directory.EnumerateFiles(chats, "*.json*", SearchOption.AllDirectories) : [])
            {
                var folder = Path.GetDirectoryName(file)!;
                if (SessionOf(file) is { } session)
                {
                    found.TryAdd(session, (cwd, folder == chats ? null : Path.GetFileName(folder)));
                }
            }
        }

        return found;
    }

    private string? RootOf(string project)
    {
        var own = Path.Combine(project, ".project_root");
        return File.Exists(own) ? Head(own)?.Trim() : _byHash.GetValueOrDefault(Path.GetFileName(project));
    }

    private static string? SessionOf(string file) => Head(file) is { } head && SessionId().Match(head) is { Success: true } match ? match.Groups["id"].Value : null;

    private static string? Head(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[HeadLength];
            return Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The scan has said that it cannot be read.
            return null;
        }
    }

    [GeneratedRegex(@"""sessionId""\s*:\s*""(?<id>[^""\\]{1,200})""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SessionId();
}
