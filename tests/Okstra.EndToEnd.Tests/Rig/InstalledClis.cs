using Okstra.Testing.Node;

namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>The pinned agent CLIs, installed once below <c>artifacts/e2e</c> from this project's lock file.</summary>
internal static class InstalledClis
{
    /// <summary>Folder with <c>claude</c>, <c>codex</c> and <c>gemini</c>, to be put on a PATH.</summary>
    public static async Task<string> BinAsync() =>
        Path.Combine(await NodePackages.InstallAsync(Repository.Project, Path.Combine(Repository.Artifacts, "clis"), PutClaudeInPlaceAsync), ".bin");

    // Install scripts are off, and most would compile parts nobody needs here; only claude's is run.
    private static Task PutClaudeInPlaceAsync(string folder) =>
        NodePackages.RequireAsync("node", ["install.cjs"], Path.Combine(folder, "node_modules", "@anthropic-ai", "claude-code"));
}
