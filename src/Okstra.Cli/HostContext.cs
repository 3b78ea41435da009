using System.Collections;
using System.Text;
using Okstra.Core.Hosting;
using Okstra.Core.Runs;

namespace Okstra.Cli;

/// <summary>Reads the environment of the process, once; everything else gets it handed down.</summary>
internal static class HostContext
{
    public static CliContext Create() => new()
    {
        Out = Answers(),
        Error = Console.Error,
        In = Console.In,
        Host = Host(),
        Time = TimeProvider.System,
        Ids = IdSource.FromSystem(),
        ErrorIsTerminal = !Console.IsErrorRedirected,
        InputIsTerminal = !Console.IsInputRedirected,
        OutputIsTerminal = !Console.IsOutputRedirected,
    };

    /// <summary>The console's own writer makes a system call for every 256 characters, and an answer may be a megabyte.</summary>
    private static StreamWriter Answers() => new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16) { AutoFlush = true };

#pragma warning disable RS0030 // This is the place the ban points to.
    private static HostEnvironment Host()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            variables.Add((string)entry.Key, (string?)entry.Value ?? "");
        }

        return new HostEnvironment
        {
            Variables = variables,
            Home = variables.GetValueOrDefault("HOME") is { Length: > 0 } home ? home : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            CurrentDirectory = Environment.CurrentDirectory,
            OkstraExecutable = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "okstra.exe" : "okstra"),
            MachineName = Environment.MachineName,
        };
    }
#pragma warning restore RS0030
}
