using Okstra.Processes.Native;

namespace Okstra.Processes;

/// <summary>Finds programs the way a shell would, without starting one.</summary>
public static class ExecutableFinder
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Absolute path of the first executable file of that name on the PATH, links resolved; null when there is none.</summary>
    /// <param name="name">A bare name, or an absolute path that is checked as it is.</param>
    /// <param name="environment">Its <c>PATH</c> is searched; relative entries are ignored, because they would depend on the current folder.</param>
    public static string? Find(string name, IReadOnlyDictionary<string, string> environment) =>
        Locate(name, environment) is { } found ? RealPath.Of(found) : null;

    /// <summary>As <see cref="Find"/>, but links stay as they are: programs such as busybox look at the name they were called by.</summary>
    public static string? Locate(string name, IReadOnlyDictionary<string, string> environment)
    {
        if (Path.IsPathRooted(name))
        {
            return IsExecutable(name) ? Path.GetFullPath(name) : null;
        }

        if (name.Length == 0 || name.Contains('/', StringComparison.Ordinal) || !environment.TryGetValue("PATH", out var path))
        {
            return null;
        }

        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathRooted)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(IsExecutable);
    }

    // Looks at a file's kind and mode; nothing is opened.
#pragma warning disable RS0030
    private static bool IsExecutable(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & AnyExecute) != UnixFileMode.None);
#pragma warning restore RS0030
}
