namespace Okstra.Core.Projects;

/// <summary>Programming languages of a repository, told by the names of its files.</summary>
public static class Languages
{
    /// <summary>A language below this share of the recognised files is left out: stray scripts say nothing about a project.</summary>
    private const double SmallestShare = 0.03;

    private const int Most = 6;

    private static readonly (string Language, string Extensions)[] Known =
    [
        ("python", "py pyi pyx"),
        ("javascript", "js mjs cjs jsx vue svelte"),
        ("typescript", "ts tsx mts cts"),
        ("java", "java"),
        ("kotlin", "kt kts"),
        ("scala", "scala sc"),
        ("groovy", "groovy"),
        ("clojure", "clj cljs cljc"),
        ("csharp", "cs"),
        ("fsharp", "fs fsx"),
        ("visual-basic", "vb"),
        ("go", "go"),
        ("rust", "rs"),
        ("ruby", "rb rake"),
        ("php", "php"),
        ("c", "c h"),
        ("cpp", "cc cpp cxx hpp hh hxx"),
        ("objective-c", "m mm"),
        ("swift", "swift"),
        ("dart", "dart"),
        ("elixir", "ex exs"),
        ("erlang", "erl hrl"),
        ("haskell", "hs"),
        ("ocaml", "ml mli"),
        ("lua", "lua"),
        ("perl", "pl pm"),
        ("r", "r"),
        ("julia", "jl"),
        ("zig", "zig"),
        ("nim", "nim"),
        ("shell", "sh bash zsh"),
        ("powershell", "ps1 psm1"),
    ];

    private static readonly Dictionary<string, string> ByExtension = Known
        .SelectMany(known => known.Extensions.Split(' ').Select(extension => (extension, known.Language)))
        .ToDictionary(pair => pair.extension, pair => pair.Language, StringComparer.OrdinalIgnoreCase);

    /// <summary>Language of one file; null when its name tells none.</summary>
    public static string? Of(string path)
    {
        var dot = path.LastIndexOf('.');
        return dot > path.LastIndexOf('/') && ByExtension.TryGetValue(path[(dot + 1)..], out var language) ? language : null;
    }

    /// <summary>Largest share of files first; vendored folders do not count.</summary>
    public static IReadOnlyList<string> Detect(IReadOnlyCollection<string> paths)
    {
        var counted = paths
            .Where(path => !IsVendored(path))
            .Select(Of)
            .OfType<string>()
            .CountBy(language => language)
            .ToList();
        var total = counted.Sum(entry => entry.Value);

        return
        [
            .. counted
                .Where(entry => entry.Value >= total * SmallestShare)
                .OrderByDescending(entry => entry.Value)
                .ThenBy(entry => entry.Key, StringComparer.Ordinal)
                .Take(Most)
                .Select(entry => entry.Key),
        ];
    }

    private static bool IsVendored(string path) => path.Split('/').Any(segment => segment is "node_modules" or "vendor" or "third_party" or "bower_components" or "dist");
}
