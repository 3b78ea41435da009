using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Engine.Reconciling;

/// <summary>The command that looks at a stale record, ready to be pasted into a shell (R-CLI-042).</summary>
public static class ReconcileCommandLine
{
    // A value okstra does not know gives the same branch prefix as none at all.
    private const string NoCategory = "task";

    public static string For(TaskKey key, string planRunRoot, string? workCategory)
    {
        string[] words =
        [
            "okstra", "git-reconcile", "--plan-run-root", planRunRoot, "--project-id", key.Project, "--task-group", key.Group, "--task-id", key.Task,
            "--work-category", string.IsNullOrWhiteSpace(workCategory) ? NoCategory : workCategory, "--check", "--json",
        ];
        return string.Join(' ', words.Select(ShellWord.Quote));
    }
}
