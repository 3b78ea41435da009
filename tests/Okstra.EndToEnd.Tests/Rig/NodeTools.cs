namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>Node and npm as the machine has them.</summary>
internal static class NodeTools
{
    public static string Path => Environment.GetEnvironmentVariable("PATH") ?? "";

    public static string? Find(string command) => Path.Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => System.IO.Path.Combine(folder, command))
        .FirstOrDefault(File.Exists);

    /// <summary>Skips the test on a machine without node or npm; any other trouble fails it.</summary>
    public static void Require()
    {
        string[] missing = [.. new[] { "node", "npm" }.Where(command => Find(command) is null)];
        Assert.SkipWhen(missing.Length > 0, $"not on the PATH: {string.Join(", ", missing)} (the agent CLIs are npm packages)");
    }
}
