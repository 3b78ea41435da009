namespace Okstra.Core.Custody;

/// <summary>Tells ignored output that a tool makes again from ignored files nobody can make again; whatever is not known is precious.</summary>
/// <param name="known">Paths git tracks or would track, relative with <c>/</c>: the manifests among them say what a folder is the output of.</param>
/// <param name="links">Links okstra made in the worktree, relative with <c>/</c>.</param>
public sealed class IgnoredRules(IEnumerable<string> known, IReadOnlySet<string> links)
{
    private static readonly HashSet<string> Folders = new(StringComparer.Ordinal)
    {
        "node_modules", "bower_components", "jspm_packages", ".pnpm-store", ".gradle", ".kotlin", "__pycache__", ".venv", "venv", ".tox", ".nox", ".mypy_cache", ".pytest_cache", ".ruff_cache",
        ".hypothesis", ".ipynb_checkpoints", ".next", ".nuxt", ".output", ".svelte-kit", ".angular", ".astro", ".turbo", ".parcel-cache", ".cache", ".eslintcache", ".nyc_output", "coverage",
        "htmlcov", "TestResults", ".vs", ".dart_tool", ".terraform", ".stack-work", "dist-newstyle", ".sass-cache", "_build", "DerivedData", ".build", "CMakeFiles", ".ccls-cache", ".clangd",
    };

    private static readonly HashSet<string> Files = new(StringComparer.Ordinal) { ".DS_Store", "Thumbs.db", ".eslintcache", ".coverage", "CMakeCache.txt" };

    private static readonly string[] Endings = [".pyc", ".pyo", ".o", ".class", ".tsbuildinfo", ".gcda", ".gcno", ".lcov", ".egg-info"];

    /// <summary>Name of an output folder to the manifests beside it that make it one.</summary>
    private static readonly Dictionary<string, string[]> BesideManifest = new(StringComparer.Ordinal)
    {
        ["bin"] = [".csproj", ".fsproj", ".vbproj"],
        ["obj"] = [".csproj", ".fsproj", ".vbproj"],
        ["artifacts"] = [".sln", ".slnx"],
        ["target"] = ["Cargo.toml", "pom.xml", "build.sbt"],
        ["build"] = ["package.json", "build.gradle", "build.gradle.kts", "setup.py", "pyproject.toml", "CMakeLists.txt", "meson.build", "pubspec.yaml", "setup.cfg"],
        ["dist"] = ["package.json", "setup.py", "pyproject.toml", "setup.cfg"],
        ["out"] = ["package.json", "build.gradle", "build.gradle.kts", "CMakeLists.txt", "foundry.toml"],
        ["vendor"] = ["composer.json"],
        [".eggs"] = ["setup.py", "pyproject.toml"],
        ["wheels"] = ["pyproject.toml"],
    };

    private readonly ILookup<string, string> _namesByFolder = known.ToLookup(FolderOf, NameOf, StringComparer.Ordinal);

    /// <param name="path">Relative with <c>/</c>; a folder ends with <c>/</c>.</param>
    public IgnoredKind Classify(string path)
    {
        var bare = path.TrimEnd('/');
        if (links.Contains(bare))
        {
            return IgnoredKind.Link;
        }

        return IsOutput(bare, path.EndsWith('/')) || Ancestors(bare).Any(folder => IsOutput(folder, isFolder: true)) ? IgnoredKind.Regenerable : IgnoredKind.Precious;
    }

    private static IEnumerable<string> Ancestors(string path)
    {
        for (var folder = FolderOf(path); folder.Length > 0; folder = FolderOf(folder))
        {
            yield return folder;
        }
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private bool IsOutput(string path, bool isFolder)
    {
        var name = NameOf(path);
        if (Endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal)) || Files.Contains(name))
        {
            return true;
        }

        return isFolder
            && (Folders.Contains(name)
                || (BesideManifest.TryGetValue(name, out var manifests)
                    && _namesByFolder[FolderOf(path)].Any(beside => manifests.Any(manifest => manifest[0] == '.' ? beside.EndsWith(manifest, StringComparison.Ordinal) : beside == manifest))));
    }
}
