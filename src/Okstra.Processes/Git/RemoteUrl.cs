namespace Okstra.Processes.Git;

/// <summary>What may be shown of a remote's address.</summary>
internal static class RemoteUrl
{
    /// <summary><c>https://user:token@host/path</c> → <c>https://host/path</c>; <c>git@host:path</c> names no secret and stays.</summary>
    public static string WithoutCredentials(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return url;
        }

        var start = scheme + 3;
        var end = url.IndexOf('/', start) is var slash and >= 0 ? slash : url.Length;
        var at = url.LastIndexOf('@', end - 1, end - start);
        return at < 0 ? url : url[..start] + url[(at + 1)..];
    }

    public static string RepositoryName(string url)
    {
        var trimmed = url.TrimEnd('/');
        var name = trimmed[(trimmed.LastIndexOfAny(['/', ':', '\\']) + 1)..];
        return name.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
    }
}
