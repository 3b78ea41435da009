using Okstra.Core.Projects;

namespace Okstra.Core.Auditing;

/// <summary>How likely the cause of a failure lies in a file of this sort.</summary>
internal static class FileKind
{
    private static readonly string[] Tests = ["test", "tests", "spec", "specs", "__tests__", "testing", "testdata", "fixtures", "fixture", "e2e", "androidTest", "jvmTest", "commonTest", "cypress", "testsuite", "unittest", "test-utils"];

    private static readonly string[] Examples = ["example", "examples", "sample", "samples", "demo", "demos", "bench", "benches", "benchmark", "benchmarks", "playground", "sandbox", "website", "tutorial", "fuzz", "fuzzing"];

    private static readonly string[] Documents = ["doc", "docs", "documentation", "wiki", "man"];

    private static readonly string[] Built = ["vendor", "node_modules", "third_party", "thirdparty", "dist", "build", "out", "generated", "gen", "bower_components", "locale", "locales", "i18n", "snapshots", "__snapshots__", "target"];

    private static readonly string[] Text = ["md", "rst", "txt", "adoc", "html", "po", "pot", "svg", "lock", "snap", "map", "css", "scss", "less"];

    /// <summary>1 = ordinary source; towards 0 for tests, examples, documents, vendored and generated files.</summary>
    public static double Weight(string path)
    {
        var segments = path.Split('/');
        var name = segments[^1];
        var folders = segments[..^1];
        var extension = name.LastIndexOf('.') is >= 0 and var dot ? name[(dot + 1)..] : "";
        if (folders.Any(folder => Is(folder, Built)) || name.Contains(".min.", StringComparison.Ordinal) || name.Contains(".generated.", StringComparison.Ordinal) || name.EndsWith(".pb.go", StringComparison.Ordinal))
        {
            return 0.08;
        }

        if (IsLog(name))
        {
            return 0.02;
        }

        if (IsTest(name, folders))
        {
            return 0.12;
        }

        if (folders.Any(folder => Is(folder, Documents)) || Is(extension, Text))
        {
            return 0.1;
        }

        if (folders.Any(folder => Is(folder, Examples)) || name.StartsWith("bench", StringComparison.OrdinalIgnoreCase))
        {
            return 0.12;
        }

        if (name.EndsWith(".d.ts", StringComparison.Ordinal) || extension == "pyi")
        {
            return 0.35;
        }

        return Languages.Of(path) is not null ? 1 : 0.25;
    }

    public static bool IsSource(string path) => Weight(path) >= 0.9;

    private static bool IsLog(string name) =>
        name.StartsWith("CHANGE", StringComparison.OrdinalIgnoreCase) || name.StartsWith("HISTORY", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("NEWS", StringComparison.OrdinalIgnoreCase) || name.StartsWith("RELEASE", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".lock", StringComparison.Ordinal) || name is "package-lock.json" or "pnpm-lock.yaml" or "AUTHORS" or "CONTRIBUTORS";

    private static bool IsTest(string name, string[] folders)
    {
        var stem = name.Split('.')[0];
        return folders.Any(folder => Is(folder, Tests) || folder.EndsWith(".Tests", StringComparison.Ordinal) || folder.EndsWith("-tests", StringComparison.Ordinal) || folder.EndsWith("-test", StringComparison.Ordinal))
            || stem.StartsWith("test_", StringComparison.Ordinal) || stem.EndsWith("_test", StringComparison.Ordinal) || stem.EndsWith("_spec", StringComparison.Ordinal)
            || stem.EndsWith("Test", StringComparison.Ordinal) || stem.EndsWith("Tests", StringComparison.Ordinal) || stem.EndsWith("Spec", StringComparison.Ordinal)
            || name.Contains(".test.", StringComparison.Ordinal) || name.Contains(".spec.", StringComparison.Ordinal) || stem is "conftest" or "tests";
    }

    private static bool Is(string value, string[] known) => known.Contains(value, StringComparer.OrdinalIgnoreCase);
}
