using Okstra.Testing;

namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>Small shell scripts named claude, codex and gemini on a PATH without the real ones; each can be given a fault.</summary>
internal sealed class FakeClis : IDisposable
{
    private const string Answer = "answer";

    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, string> _behaviour = new(StringComparer.Ordinal) { ["claude"] = Answer, ["codex"] = Answer, ["gemini"] = Answer };

    public string Root => _folder.Path;

    public string Home => _folder.CreateFolder("home");

    /// <summary>The whole environment of a run.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(HermeticHost.Variables(Home), StringComparer.Ordinal) { ["PATH"] = $"{_folder.At("bin")}:{SystemPath()}" };

    /// <summary>Replaces what one CLI does: shell commands with <c>$prompt</c> and the functions of the script at hand.</summary>
    public FakeClis With(string cli, string commands)
    {
        _behaviour[cli] = commands;
        return this;
    }

    public FakeClis Without(string cli)
    {
        _behaviour.Remove(cli);
        return this;
    }

    /// <summary>Writes the scripts.</summary>
    public FakeClis Install()
    {
        var common = File.ReadAllText(Path.Combine(Project, "Rig", "fake-cli.sh"));
        foreach (var (cli, commands) in _behaviour)
        {
            var path = _folder.Write($"bin/{cli}", $"{common}\n{commands}\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        return this;
    }

    public void Dispose() => _folder.Dispose();

    private static string Project => Repository.Project;

    // git and the shell's tools; where a CLI is to be missing, no folder that holds a real one.
    private string SystemPath() => string.Join(':', (System.Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin").Split(':')
        .Where(folder => !new[] { "claude", "codex", "gemini" }.Except(_behaviour.Keys).Any(cli => File.Exists(Path.Combine(folder, cli)))));
}
