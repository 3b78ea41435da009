using Okstra.Core.Hosting;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;

namespace Okstra.State.Layout;

/// <summary>Paths below <c>$OKSTRA_HOME</c> (spec 2.2).</summary>
/// <param name="root">Absolute.</param>
public sealed class HomeLayout(string root)
{
    public string Root => root;

    /// <summary>Installed helper programs (R-LAY-04).</summary>
    public string Bin => Path.Combine(root, "bin");

    /// <summary>Append-only list of runs (R-LAY-06).</summary>
    public string RecentFile => Path.Combine(root, "recent.jsonl");

    /// <summary>Guards <see cref="RecentFile"/> and other machine-wide files (R-LAY-09).</summary>
    public string CentralLock => Path.Combine(root, ".locks", "central.lock");

    /// <summary>Task worktrees and their registry (R-LAY-07, R-LAY-08).</summary>
    public string Worktrees => Path.Combine(root, "worktrees");

    /// <summary>Which worktree belongs to which task (R-LAY-08).</summary>
    public string WorktreeRegistry => Path.Combine(Worktrees, "registry.json");

    public string WorktreeRegistryLock => Path.Combine(Worktrees, "registry.lock");

    /// <summary>Throw-away worktrees and support files of dispatches.</summary>
    public string Scratch => Path.Combine(root, "scratch");

    /// <summary>What holds for every run of this machine.</summary>
    public string MachineSettings => Path.Combine(root, "machine.json");

    /// <summary>The limit a vendor's account, or one model of it, stands under.</summary>
    public string AccountLimit(string driver, string? model) => Path.Combine(root, "limits", $"{Segment.Of(driver)}{(model is null ? "" : $"-{Segment.Of(model)}")}.json");

    /// <summary>One of the places for calls of an agent CLI, 1-based.</summary>
    public string VendorSlot(string driver, int number) => Path.Combine(root, ".locks", $"calls-{Segment.Of(driver)}-{number}.lock");

    /// <summary>The user's own prices of models, on top of those that ship.</summary>
    public string Prices => Path.Combine(root, "prices.json");

    /// <summary>What the session logs said when they were read last; may be removed at any time.</summary>
    public string Usage => Path.Combine(root, "usage");

    /// <summary>Logs of bugs.</summary>
    public string Logs => Path.Combine(root, "logs");

    public static HomeLayout Of(HostEnvironment host) => new(host.OkstraHome);

    /// <summary>Mutex held while a bundle is prepared (R-LAY-05).</summary>
    public string TaskLock(TaskKey key) => Path.Combine(root, ".locks", $"{key.Slug}.lock");

    /// <summary>Worktree of a task, a stage or a stage group: siblings, never nested (R-LAY-07, R-OPN-13). Pure.</summary>
    public string Worktree(WorktreeKey key) => Path.Combine(Worktrees, key.Project, key.Group, key.Leaf);

    /// <summary>Everything of one run that may be thrown away when it is over.</summary>
    public string RunScratch(TaskKey key, TaskType type, RunSeq seq, int? stage = null) => Path.Combine(Scratch, $"{key.Slug}-{type.Token()}{(stage is null ? "" : $"-stage-{stage}")}-{seq}");
}
