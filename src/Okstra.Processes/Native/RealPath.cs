namespace Okstra.Processes.Native;

/// <summary>Resolves every link on the way to a path, as git does before it prints one.</summary>
internal static class RealPath
{
    // Deeper than the kernel follows links (40); a loop ends here.
    private const int MostLinks = 40;

    public static string Of(string path) => Resolve(Path.GetFullPath(path), 0);

    private static string Resolve(string path, int followed)
    {
        var parent = Path.GetDirectoryName(path);
        if (parent is null || followed > MostLinks)
        {
            return path;
        }

        var here = Path.Combine(Resolve(parent, followed), Path.GetFileName(path));
        return LinkTarget(here) is { } target ? Resolve(Path.GetFullPath(target, Path.GetDirectoryName(here)!), followed + 1) : here;
    }

    // Reads where a link points; nothing is opened.
#pragma warning disable RS0030
    internal static string? LinkTarget(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
#pragma warning restore RS0030
}
