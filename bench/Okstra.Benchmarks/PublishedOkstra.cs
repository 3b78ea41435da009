using Okstra.Testing;

namespace Okstra.Benchmarks;

/// <summary>okstra as it is shipped: <c>dotnet publish src/Okstra.Cli -c Release -r linux-x64</c>.</summary>
internal static class PublishedOkstra
{
    private static string Program => BuiltProgram.Source("artifacts/publish/Okstra.Cli/release_linux-x64/okstra");

    /// <summary>Counts a corpus; what was kept in <paramref name="okstraHome"/> is used.</summary>
    public static MeasuredRun Run(string corpus, string okstraHome) => !File.Exists(Program)
        ? throw new FileNotFoundException($"'{Program}' is missing: dotnet publish src/Okstra.Cli -c Release -r linux-x64")
        : MeasuredRun.Of(Program, ["usage", "--all", "--json"], new Dictionary<string, string>(Home(corpus)) { ["OKSTRA_HOME"] = okstraHome });

    /// <summary>An environment with the corpus as the user's home and nothing else.</summary>
    public static Dictionary<string, string> Home(string corpus)
    {
        var environment = new Dictionary<string, string> { ["HOME"] = Path.GetFullPath(Path.Combine(corpus, "home")), ["PATH"] = "/usr/local/bin:/usr/bin:/bin" };
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root)
        {
            environment["DOTNET_ROOT"] = root;
        }

        return environment;
    }
}
