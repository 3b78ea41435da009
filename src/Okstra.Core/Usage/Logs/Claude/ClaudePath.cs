namespace Okstra.Core.Usage.Logs.Claude;

/// <summary>What the place of a claude log says.</summary>
internal static class ClaudePath
{
    private const string AgentPrefix = "agent-";
    private const string Extension = ".jsonl";

    /// <summary>Session whose sub-agent wrote the log: the folder above <c>subagents</c>; null for every other place.</summary>
    public static string? Owner(string relative)
    {
        var parts = relative.Split('/');
        var at = Array.IndexOf(parts, "subagents");
        return at > 0 && at < parts.Length - 1 ? parts[at - 1] : null;
    }

    /// <summary>Id of the sub-agent that wrote the log; null for a session's own log.</summary>
    public static string? Agent(string relative)
    {
        var name = Name(relative);
        return name.StartsWith(AgentPrefix, StringComparison.Ordinal) ? name[AgentPrefix.Length..] : null;
    }

    /// <summary>File name without its extension.</summary>
    public static string Name(string relative)
    {
        var name = relative[(relative.LastIndexOf('/') + 1)..];
        return name.EndsWith(Extension, StringComparison.Ordinal) ? name[..^Extension.Length] : name;
    }
}
