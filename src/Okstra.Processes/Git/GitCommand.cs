using Okstra.Core.Hosting;
using Okstra.Core.Problems;

namespace Okstra.Processes.Git;

/// <summary>The only way to call git: fixed options, an environment without inherited repository pointers, messages in one language.</summary>
public sealed class GitCommand(IProcessRunner runner, HostEnvironment host)
{
    /// <summary><c>git merge-tree --write-tree</c> exists since 2.38, <c>git worktree list --porcelain -z</c> since 2.36.</summary>
    public static readonly Version MinimumVersion = new(2, 38);

    /// <summary>Output that does not fit is a mistake of the caller, not a reason to fill the memory.</summary>
    internal const long UsualOutputLimit = 64L * 1024 * 1024;

    // No configuration of a repository or user may start programs or recurse while okstra only reads or makes a throw-away worktree.
    private static readonly string[] FixedOptions =
    [
        "--no-pager",
        "-c", "core.fsmonitor=false",
        "-c", "core.hooksPath=/dev/null",
        "-c", "core.quotepath=false",
        "-c", "submodule.recurse=false",
        "-c", "gc.auto=0",
        "-c", "maintenance.auto=false",
        "-c", "log.showSignature=false",
        "-c", "color.ui=false",
        "-c", "advice.detachedHead=false",
        "-c", "protocol.ext.allow=never",
    ];

    // Where the user keeps git's configuration is the user's business; everything else named GIT_* would point git at another repository or program.
    private static readonly string[] KeptVariables = ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"];

    private readonly Dictionary<string, string> _environment = BuildEnvironment(host.Variables);

    /// <summary>Calls git in a folder.</summary>
    public Task<GitResult> RunAsync(string folder, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(folder, arguments, null, UsualOutputLimit, cancellationToken);

    /// <summary>Calls git with text on standard input.</summary>
    public Task<GitResult> RunAsync(string folder, IReadOnlyList<string> arguments, string standardInput, CancellationToken cancellationToken) =>
        RunAsync(folder, arguments, standardInput, UsualOutputLimit, cancellationToken);

    /// <summary>Calls git and ends it when it writes more than <paramref name="outputLimit"/> bytes.</summary>
    public Task<GitResult> RunAsync(string folder, IReadOnlyList<string> arguments, string? standardInput, long outputLimit, CancellationToken cancellationToken) =>
        RunAsync(folder, new GitCall { Arguments = arguments, Input = standardInput, OutputLimit = outputLimit }, cancellationToken);

    /// <summary>Calls git with bytes, another index or a sink.</summary>
    public async Task<GitResult> RunAsync(string folder, GitCall call, CancellationToken cancellationToken)
    {
        var exit = await runner.RunAsync(
            new ProcessSpec
            {
                Executable = "git",
                Arguments = [.. FixedOptions, .. call.Arguments],
                WorkingDirectory = folder,
                Environment = EnvironmentOf(call),
                StandardInput = call.Input,
                StandardInputBytes = call.InputBytes,
                OutputSink = call.Output,
                OutputLimit = call.OutputLimit,
            },
            cancellationToken);
        return new GitResult(exit.ExitCode, exit.StandardOutput, exit.StandardError, exit.Ending == ProcessEnding.OutputLimit);
    }

    /// <summary>Calls git and turns a failure into a problem that names what was attempted.</summary>
    /// <exception cref="UserErrorException">Git failed for a reason of its own.</exception>
    public Task<string> RequireAsync(string folder, IReadOnlyList<string> arguments, string attempt, CancellationToken cancellationToken) =>
        RequireAsync(folder, new GitCall { Arguments = arguments }, attempt, cancellationToken);

    /// <summary>The same for a call that needs more than arguments.</summary>
    /// <exception cref="UserErrorException">Git failed for a reason of its own.</exception>
    public async Task<string> RequireAsync(string folder, GitCall call, string attempt, CancellationToken cancellationToken)
    {
        var result = await RunAsync(folder, call, cancellationToken);
        return result.Succeeded
            ? result.Output
            : throw new UserErrorException("OKS2010", $"git could not {attempt} in '{folder}': {result.Complaint}", "look at the repository with git status");
    }

    /// <summary>The installed version; null when its text is not understood.</summary>
    public async Task<Version?> ReadVersionAsync(CancellationToken cancellationToken)
    {
        var result = await RunAsync(host.CurrentDirectory, ["version"], cancellationToken);
        return result.Succeeded && GitVersion.TryParse(result.Output, out var version) ? version : null;
    }

    /// <summary>Refuses a git that is missing or older than <see cref="MinimumVersion"/>.</summary>
    /// <exception cref="UserErrorException">Git is missing, too old, or does not say its version.</exception>
    public async Task RequireMinimumVersionAsync(CancellationToken cancellationToken)
    {
        var version = await ReadVersionAsync(cancellationToken);
        if (version is null || version < MinimumVersion)
        {
            throw new UserErrorException("OKS2011", $"git {version?.ToString() ?? "of an unknown version"} is installed; okstra needs {MinimumVersion} or newer", "install a newer git");
        }
    }

    private Dictionary<string, string> EnvironmentOf(GitCall call)
    {
        if (call.IndexFile is null && call.ObjectFolder is null)
        {
            return _environment;
        }

        var environment = new Dictionary<string, string>(_environment, StringComparer.Ordinal);
        if (call.IndexFile is { } index)
        {
            environment["GIT_INDEX_FILE"] = index;
        }

        if (call.ObjectFolder is { } objects)
        {
            environment["GIT_OBJECT_DIRECTORY"] = objects;
        }

        return environment;
    }

    private static Dictionary<string, string> BuildEnvironment(IReadOnlyDictionary<string, string> inherited)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in inherited)
        {
            if ((!name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase) || KeptVariables.Contains(name, StringComparer.Ordinal)) && name is not ("LC_ALL" or "LANGUAGE"))
            {
                environment[name] = value;
            }
        }

        environment["LC_ALL"] = "C";
        environment["GIT_TERMINAL_PROMPT"] = "0";
        environment["GIT_OPTIONAL_LOCKS"] = "0";
        environment["GIT_PAGER"] = "cat";

        // A pointer file is what the commit holds; fetching what it points at would be network traffic nobody asked for.
        environment["GIT_LFS_SKIP_SMUDGE"] = "1";
        return environment;
    }
}
