namespace Okstra.Testing.Node;

/// <summary>Programs as the machine has them.</summary>
public static class NodeTools
{
    public static string Path => Environment.GetEnvironmentVariable("PATH") ?? "";

    public static string? Find(string command) => Path.Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => System.IO.Path.Combine(folder, command))
        .FirstOrDefault(File.Exists);

    /// <summary>Those of the commands that are not on the PATH, as one text; empty when all are.</summary>
    public static string Missing(params string[] commands) => string.Join(", ", commands.Where(command => Find(command) is null));
}
