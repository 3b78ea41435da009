using System.Security.Cryptography;

namespace Okstra.Testing.Node;

/// <summary>npm packages pinned by a lock file, installed once for all test processes.</summary>
public static class NodePackages
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, Task<string>> Installed = new(StringComparer.Ordinal);

    /// <summary>Installs what a test project's <c>package-lock.json</c> names and answers the folder of <c>node_modules</c>.</summary>
    /// <param name="project">Folder with <c>package.json</c> and <c>package-lock.json</c>.</param>
    /// <param name="artifacts">Folder to keep installations in, each named after its lock file.</param>
    /// <param name="finish">A last step in the installation's folder.</param>
    public static Task<string> InstallAsync(string project, string artifacts, Func<string, Task>? finish = null)
    {
        lock (Gate)
        {
            return Installed.TryGetValue(project, out var installed) ? installed : Installed[project] = InstallOnceAsync(project, artifacts, finish);
        }
    }

    /// <summary>Runs a program of the installation to its end and fails unless it succeeded.</summary>
    public static async Task<string> RequireAsync(string command, IReadOnlyList<string> arguments, string folder)
    {
        var child = await Child.RunAsync(NodeTools.Find(command)!, arguments, folder, environment: null, TimeSpan.FromMinutes(10));
        return child.ExitCode == 0
            ? child.Output
            : throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {child.ExitCode} in {folder}\n{child.Error}");
    }

    private static async Task<string> InstallOnceAsync(string project, string artifacts, Func<string, Task>? finish)
    {
        var lockFile = Path.Combine(project, "package-lock.json");
        var version = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(lockFile)))[..12];
        var folder = Path.Combine(artifacts, version);
        var modules = Path.Combine(folder, "node_modules");
        var stamp = Path.Combine(folder, "installed");
        Directory.CreateDirectory(folder);
        using var held = await HoldAsync(folder + ".lock");
        if (File.Exists(stamp))
        {
            return modules;
        }

        foreach (var name in (string[])["package.json", "package-lock.json"])
        {
            File.Copy(Path.Combine(project, name), Path.Combine(folder, name), overwrite: true);
        }

        // Install scripts stay off: no package here needs to run anything of its own.
        await RequireAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress"], folder);
        if (finish is not null)
        {
            await finish(folder);
        }

        await File.WriteAllTextAsync(stamp, version);
        return modules;
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
