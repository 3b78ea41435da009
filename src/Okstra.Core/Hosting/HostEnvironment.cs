namespace Okstra.Core.Hosting;

/// <summary>Everything okstra takes from outside, read once in Cli and handed down.</summary>
public sealed record HostEnvironment
{
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>The user's home folder, absolute.</summary>
    public required string Home { get; init; }

    /// <summary>Folder the command was started in, absolute.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>The okstra executable that supervisors are started from; injected, never taken from the running process.</summary>
    public required string OkstraExecutable { get; init; }

    public required string MachineName { get; init; }

    /// <summary><c>$OKSTRA_HOME</c> when set and not blank, otherwise <c>~/.okstra</c> (R-LAY-03).</summary>
    public string OkstraHome => Variables.TryGetValue("OKSTRA_HOME", out var home) && !string.IsNullOrWhiteSpace(home)
        ? Path.GetFullPath(home, CurrentDirectory)
        : Path.Combine(Home, ".okstra");
}
