using System.Diagnostics;

namespace Okstra.Testing;

/// <summary>A real git repository with fixed author and dates.</summary>
/// <param name="folder">Where it is made; created when missing.</param>
public sealed class TestRepository(string folder)
{
    public string Folder { get; } = Directory.CreateDirectory(folder).FullName;

    /// <summary>Makes a repository with one commit of the given files.</summary>
    public static TestRepository Create(string folder, params (string Path, string Text)[] files)
    {
        var repository = new TestRepository(folder);
        repository.Git("init", "--quiet", "--initial-branch=main");
        repository.Commit("first", files);
        return repository;
    }

    /// <summary>Writes files, commits everything, answers the commit id.</summary>
    public string Commit(string message, params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            var target = Path.Combine(Folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, text);
        }

        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "--message", message);
        return Git("rev-parse", "HEAD").Trim();
    }

    /// <summary>Runs git and fails the test when git fails.</summary>
    public string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in HermeticHost.Variables(Folder))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {error.Result}");
    }
}
