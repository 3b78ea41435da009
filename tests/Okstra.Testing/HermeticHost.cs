using Okstra.Core.Hosting;

namespace Okstra.Testing;

/// <summary>A host environment without anything of the machine's user: own home, no git configuration, fixed author.</summary>
public static class HermeticHost
{
    /// <summary>What a test's child processes see.</summary>
    public static Dictionary<string, string> Variables(string home) => new(StringComparer.Ordinal)
    {
        ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/local/bin:/usr/bin:/bin",
        ["HOME"] = home,
        ["LANG"] = "C.UTF-8",
        ["TZ"] = "UTC",
        ["GIT_CONFIG_GLOBAL"] = "/dev/null",
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_AUTHOR_NAME"] = "Ada",
        ["GIT_AUTHOR_EMAIL"] = "ada@example.org",
        ["GIT_AUTHOR_DATE"] = "2026-01-02T03:04:05Z",
        ["GIT_COMMITTER_NAME"] = "Ada",
        ["GIT_COMMITTER_EMAIL"] = "ada@example.org",
        ["GIT_COMMITTER_DATE"] = "2026-01-02T03:04:05Z",
    };

    /// <summary>A host whose home is a folder of the test.</summary>
    /// <param name="home">Absolute.</param>
    /// <param name="extra">Variables on top.</param>
    public static HostEnvironment Create(string home, IReadOnlyDictionary<string, string>? extra = null)
    {
        var variables = Variables(home);
        foreach (var (name, value) in extra ?? new Dictionary<string, string>())
        {
            variables[name] = value;
        }

        return new HostEnvironment
        {
            Variables = variables,
            Home = home,
            CurrentDirectory = home,
            OkstraExecutable = BuiltProgram.Okstra,
            MachineName = "test-machine",
        };
    }
}
