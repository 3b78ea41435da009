namespace Okstra.State.Trees;

/// <summary>Where a checkout's HEAD stands, read from the files: <c>.git</c> itself changes with every harmless command, HEAD only with a commit or checkout.</summary>
internal static class GitHead
{
    private const string RefPrefix = "ref: ";

    // .git            folder, or a file "gitdir: /repo/.git/worktrees/w1"
    // HEAD            "ref: refs/heads/main" or a commit id
    // commondir       "../.."  (linked worktrees only)
    // packed-refs     "<id> refs/heads/main" per line
    internal static string Read(string git)
    {
        var folder = Directory.Exists(git) ? git : Redirected(git);
        var head = Text(Path.Combine(folder, "HEAD"));
        if (!head.StartsWith(RefPrefix, StringComparison.Ordinal))
        {
            return head;
        }

        var name = head[RefPrefix.Length..];
        var common = Path.GetFullPath(Text(Path.Combine(folder, "commondir")) is { Length: > 0 } relative ? relative : ".", folder);
        var loose = Text(Path.Combine(common, name));
        return $"{name} {(loose.Length > 0 ? loose : Packed(Path.Combine(common, "packed-refs"), name))}";
    }

    private static string Redirected(string file)
    {
        const string Prefix = "gitdir: ";
        var text = Text(file);
        return text.StartsWith(Prefix, StringComparison.Ordinal)
            ? Path.GetFullPath(text[Prefix.Length..], Path.GetDirectoryName(file)!)
            : file;
    }

    private static string Packed(string file, string name) =>
        Text(file).Split('\n').FirstOrDefault(line => line.EndsWith($" {name}", StringComparison.Ordinal)) ?? "unborn";

    private static string Text(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path).TrimEnd() : "";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
