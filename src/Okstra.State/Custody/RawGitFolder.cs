namespace Okstra.State.Custody;

/// <summary>
/// An administrative folder of git without a repository behind it: its attributes switch every conversion off, so that git reads and writes files exactly as they
/// are and starts no filter. Scratch; nothing decides from it.
/// </summary>
public static class RawGitFolder
{
    /// <summary>Copy of the worktree's index in the folder.</summary>
    public const string IndexCopy = "index.copy";

    // info/attributes outranks every .gitattributes; the settings outrank the user's own.
    private const string Attributes = "* -text -eol -crlf -filter -ident -working-tree-encoding\n";

    private const string Settings = """
            bare = false
            autocrlf = false
            safecrlf = false
            filemode = true
            symlinks = true
            ignorecase = false
            precomposeunicode = false
            protectNTFS = false
            protectHFS = false
            sparseCheckout = false
            splitIndex = false
            untrackedCache = false
            trustctime = true
            checkStat = default
        [index]
            sparse = false

        """;

    /// <summary>Makes the folder, which must not exist.</summary>
    /// <param name="folder">Absolute, below scratch.</param>
    /// <param name="objectFormat"><c>sha1</c> or <c>sha256</c>.</param>
    /// <param name="admin">Administrative folder whose index is copied; null when there is none.</param>
    /// <returns>Path of the copied index; null when there is none.</returns>
    public static string? Create(string folder, string objectFormat, string? admin)
    {
        Directory.CreateDirectory(Path.Combine(folder, "refs"));
        Directory.CreateDirectory(Path.Combine(folder, "info"));
        File.WriteAllText(Path.Combine(folder, "HEAD"), "ref: refs/heads/none\n");
        File.WriteAllText(Path.Combine(folder, "info", "attributes"), Attributes);
        var version = objectFormat == "sha1" ? "[core]\n    repositoryformatversion = 0\n" : $"[extensions]\n    objectFormat = {objectFormat}\n[core]\n    repositoryformatversion = 1\n";
        File.WriteAllText(Path.Combine(folder, "config"), version + Settings);
        return admin is null ? null : CopyIndex(admin, folder);
    }

    private static string? CopyIndex(string admin, string folder)
    {
        // A split index names a second file, looked for beside HEAD.
        foreach (var shared in Directory.EnumerateFiles(admin, "sharedindex.*"))
        {
            File.Copy(shared, Path.Combine(folder, Path.GetFileName(shared)));
        }

        var index = Path.Combine(admin, "index");
        if (!File.Exists(index))
        {
            return null;
        }

        // The time of an index decides which files git looks at twice.
        var copy = Path.Combine(folder, IndexCopy);
        File.Copy(index, copy);
        File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(index));
        return copy;
    }
}
