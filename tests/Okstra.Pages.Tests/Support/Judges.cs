using Okstra.Testing.Node;

namespace Okstra.Pages.Tests.Support;

/// <summary>The npm packages pages and reports are judged with.</summary>
internal static class Judges
{
    /// <summary>Folder of <c>node_modules</c>; the test is skipped on a machine without node or npm.</summary>
    public static async Task<string> ModulesAsync()
    {
        Assert.SkipWhen(NodeTools.Missing("node", "npm") is { Length: > 0 }, $"not on the PATH: {NodeTools.Missing("node", "npm")} (axe-core, html-validate and markdown-it are npm packages)");
        return await NodePackages.InstallAsync(Folders.Project, Path.Combine(Folders.Artifacts, "judges"));
    }

    public static Task<string> RunAsync(string folder, params string[] arguments) => NodePackages.RequireAsync("node", arguments, folder);
}
