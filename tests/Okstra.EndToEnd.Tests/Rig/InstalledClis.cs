using System.Security.Cryptography;
using System.Text;

namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>The pinned agent CLIs, installed once below <c>artifacts/e2e</c> from this project's lock file.</summary>
internal static class InstalledClis
{
    private static readonly Lock Gate = new();
    private static Task<string>? _installed;

    /// <summary>Folder with <c>claude</c>, <c>codex</c> and <c>gemini</c>, to be put on a PATH.</summary>
    public static Task<string> BinAsync()
    {
        lock (Gate)
        {
            return _installed ??= InstallAsync();
        }
    }

    private static async Task<string> InstallAsync()
    {
        var lockFile = Path.Combine(Repository.Project, "package-lock.json");
        var version = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(lockFile)))[..12];
        var folder = Path.Combine(Repository.Artifacts, "clis", version);
        var bin = Path.Combine(folder, "node_modules", ".bin");
        var stamp = Path.Combine(folder, "installed");
        Directory.CreateDirectory(folder);
        using var held = await HoldAsync(folder + ".lock");
        if (File.Exists(stamp))
        {
            return bin;
        }

        foreach (var name in (string[])["package.json", "package-lock.json"])
        {
            File.Copy(Path.Combine(Repository.Project, name), Path.Combine(folder, name), overwrite: true);
        }

        // Install scripts stay off: they would compile parts nobody needs here. Only claude's, which puts its program in place, is run.
        await RequireAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress"], folder);
        await RequireAsync("node", ["install.cjs"], Path.Combine(folder, "node_modules", "@anthropic-ai", "claude-code"));
        await File.WriteAllTextAsync(stamp, version);
        return bin;
    }

    private static async Task RequireAsync(string command, IReadOnlyList<string> arguments, string folder)
    {
        var child = await Child.RunAsync(NodeTools.Find(command)!, arguments, folder, environment: null, TimeSpan.FromMinutes(10));
        if (child.ExitCode != 0)
        {
            var problem = new StringBuilder($"{command} {string.Join(' ', arguments)} ended with {child.ExitCode} in {folder}").AppendLine().Append(child.Error);
            throw new InvalidOperationException(problem.ToString());
        }
    }

    // Another test process may be installing: the file is the lock, so waiting for it means asking again.
    private static async Task<FileStream> HoldAsync(string path)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }
    }
}
