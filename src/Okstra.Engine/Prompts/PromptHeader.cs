using Okstra.Core.Workers;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Prompts;

/// <summary>The ordered header block of every worker prompt (R-OPN-62, R-WRK-28).</summary>
internal static class PromptHeader
{
    public static string Render(RunBundle bundle, RosterEntry entry, int round, int batch)
    {
        var layout = bundle.Layout;
        var tree = bundle.Manifest.Inputs.InspectedCommit is { } commit
            ? $"the current working directory, a throw-away snapshot of commit {commit}"
            : "the current working directory, which is the project root";
        return $"""
            **Project Root:** {bundle.Manifest.ProjectRoot}
            **Task Key:** {bundle.Key}
            **Run Directory:** {layout.Root}
            **Worktree Path:** {tree}
            **Role:** {entry.Role}
            **Model:** {entry.Model.Display}
            **Prompt History Path:** {layout.Prompt(entry.Worker, round, batch)}
            **Result Path:** {layout.DispatchDocument(entry.Worker, round, batch)}
            **Errors Path:** {layout.ErrorsSidecar(entry.Worker)}
            """.ReplaceLineEndings("\n");
    }
}
