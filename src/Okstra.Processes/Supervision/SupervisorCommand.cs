using System.Runtime.InteropServices;
using Okstra.Core.Hosting;
using Okstra.Core.Problems;

namespace Okstra.Processes.Supervision;

/// <summary>How a supervisor is started: the injected okstra executable, with an environment that holds nothing of the agent's.</summary>
internal sealed record SupervisorCommand(string Executable, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Name of the environment variable every supervised process carries.</summary>
    public const string LabelVariable = "OKSTRA_DISPATCH";

    private static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "TZ"];

    public static SupervisorCommand Create(HostEnvironment host, string label)
    {
        var runtime = RuntimeRoot();
        var environment = host.Variables
            .Where(pair => Inherited.Contains(pair.Key, StringComparer.Ordinal) || pair.Key.StartsWith("DOTNET_ROOT", StringComparison.Ordinal))
            .ToDictionary(StringComparer.Ordinal);
        environment[LabelVariable] = label;

        // A supervisor may be killed at any time; the diagnostics socket would stay behind in the temp folder.
        environment["DOTNET_EnableDiagnostics"] = "0";
        environment["DOTNET_TieredPGO"] = "0";
        if (runtime is not null)
        {
            environment.TryAdd("DOTNET_ROOT", runtime);
        }

        if (!Path.Exists(host.OkstraExecutable))
        {
            throw new UserErrorException("OKS2004", $"okstra's own executable '{host.OkstraExecutable}' is missing, so no agent can be supervised", "install okstra again");
        }

        if (!host.OkstraExecutable.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        {
            return new(host.OkstraExecutable, [Supervisor.Verb, label], environment);
        }

        var dotnet = runtime is not null && Path.Combine(runtime, "dotnet") is var beside && Path.Exists(beside)
            ? beside
            : ExecutableFinder.Locate("dotnet", host.Variables)
                ?? throw new UserErrorException("OKS2005", "the program 'dotnet' was not found, so okstra cannot start its supervisor", "put the folder of dotnet on the PATH");
        return new(dotnet, [host.OkstraExecutable, Supervisor.Verb, label], environment);
    }

    /// <summary>The installation this process runs on, for machines where it stands in no usual place; null when it is self-contained.</summary>
    private static string? RuntimeRoot()
    {
        var framework = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory()));
        var shared = Path.GetDirectoryName(framework);
        return Path.GetFileName(framework) == "Microsoft.NETCore.App" && Path.GetFileName(shared) == "shared" ? Path.GetDirectoryName(shared) : null;
    }
}
