using System.Text.RegularExpressions;

namespace Okstra.Core.Auditing;

/// <summary>Brings the path of a frame into a form that can be compared with paths of a tree.</summary>
internal static class FramePath
{
    // gin@v1.4.0, clap-2.33.0, sinatra-2.0.1, clap_builder-4.0.0-rc.1
    private static readonly Regex Versioned = new(@"^(?<name>[\w.+-]*\w)(?:@v?|-v?)[0-9]+\.[0-9][\w.+-]*$", RegexOptions.NonBacktracking);

    private static readonly string[] Schemes = ["webpack-internal:///", "webpack:///", "webpack://", "file:///", "file://", "node:", "app://", "rsc://"];

    // What lies below these belongs to the runtime, whatever its file is called.
    private static readonly string[] Foreign = ["/rustc/", "/lib/python", "/usr/local/go/src/", "/usr/lib/go", "/libexec/src/", "<frozen", "internal/process/", "/ruby/2", "/ruby/3", "/lib/ruby/"];

    private static readonly string[] PackageFolders = ["/site-packages/", "/dist-packages/", "/gems/", "/pkg/mod/", "/registry/src/", "/vendor/"];

    public static string Clean(string printed)
    {
        var path = printed.Trim().Replace('\\', '/');
        foreach (var scheme in Schemes)
        {
            if (path.StartsWith(scheme, StringComparison.Ordinal))
            {
                path = path[scheme.Length..];
            }
        }

        if (path.IndexOf("://", StringComparison.Ordinal) is > 0 and var host)
        {
            path = path[(host + 3)..];
        }

        path = path.Split('?', 2)[0];
        return path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
    }

    /// <summary>com.acme.Cart$Line.total + Cart.java = com/acme/Cart.java.</summary>
    public static string OfJvm(string symbol, string file)
    {
        var parts = symbol.Split('.');
        var packages = parts.TakeWhile((part, index) => index < parts.Length - 2 && part.Length > 0 && !char.IsUpper(part[0])).ToArray();
        return packages.Length == 0 ? file : $"{string.Join('/', packages)}/{file}";
    }

    /// <summary>Frames of the runtime's own library are never ours.</summary>
    public static bool IsForeign(string path) =>
        (Foreign.Any(marker => path.Contains(marker, StringComparison.Ordinal)) && !PackageFolders.Any(folder => path.Contains(folder, StringComparison.Ordinal)))
        || path.StartsWith("java/", StringComparison.Ordinal) || path.StartsWith("javax/", StringComparison.Ordinal)
        || path.StartsWith("sun/", StringComparison.Ordinal) || path.StartsWith("jdk/", StringComparison.Ordinal) || path.StartsWith("kotlin/", StringComparison.Ordinal);

    /// <summary>Segments without versions: <c>gin@v1.4.0</c> and <c>gin-1.4.0</c> become <c>gin</c>.</summary>
    public static string[] Segments(string path) =>
        [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(segment => segment != ".").Select(WithoutVersion)];

    private static string WithoutVersion(string segment) => Versioned.Match(segment) is { Success: true } match && !segment.Contains(".js", StringComparison.Ordinal) ? match.Groups["name"].Value : segment;
}
