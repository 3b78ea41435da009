namespace Okstra.Core.Convergence;

/// <summary>One execution of a command.</summary>
/// <param name="Ending">Token: <c>exited</c>, <c>timed-out</c>, <c>output-limit</c>, or why it never started: <c>not-started</c>, <c>no-worktree</c>, <c>no-time</c>.</param>
/// <param name="ExitCode">128 + signal when a signal ended it; null when it never started.</param>
public sealed record SettlementRun(string Ending, int? ExitCode)
{
    /// <summary>Highest signal number of Linux.</summary>
    private const int LastSignal = 64;

    /// <summary>The program does not exist on this machine.</summary>
    public static SettlementRun NotStarted { get; } = new("not-started", null);

    /// <summary>Its worktree could not be made.</summary>
    public static SettlementRun NoWorktree { get; } = new("no-worktree", null);

    /// <summary>The time all settlements of a run share was used up before its turn.</summary>
    public static SettlementRun NoTime { get; } = new("no-time", null);

    /// <summary>It ended by itself, with an exit code of its own: 126 and 127 are a shell's, those above 128 a signal's.</summary>
    public bool EndedByItself => Ending == "exited" && ExitCode is not (null or 126 or 127 or (> 128 and <= 128 + LastSignal));

    /// <summary>Why it says nothing, to follow "it …".</summary>
    public string Failure => (Ending, ExitCode) switch
    {
        ("not-started", _) => "could not be started here, its program is missing",
        ("no-worktree", _) => "could not be started, git refused its worktree",
        ("no-time", _) => "was not reached within the time budget",
        ("timed-out", _) => "was ended when its time was up",
        ("output-limit", _) => "was ended because it wrote too much",
        ("exited", 126 or 127) => $"ended with exit code {ExitCode}, which says that something it needs is missing here",
        ("exited", > 128 and <= 128 + LastSignal) => $"was ended by signal {ExitCode - 128}",
        _ => $"was ended ({Ending})",
    };
}
