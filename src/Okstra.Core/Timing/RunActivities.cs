using Okstra.Core.Runs;

namespace Okstra.Core.Timing;

/// <summary>Reads a run's <see cref="RunActivity"/> off its documents.</summary>
internal static class RunActivities
{
    public static RunActivity Of(RunRecord run) => run switch
    {
        { IsHeld: true } => RunActivity.InProgress,
        { Manifest.Status: not (RunStatus.Prepared or RunStatus.Running) } => RunActivity.Over,
        { Journal.IsLedBySession: true } => RunActivity.InProgress,
        { Journal.Events.Count: 0, Dispatches.Count: 0, Manifest.Status: RunStatus.Prepared } => RunActivity.Prepared,
        _ => RunActivity.Interrupted,
    };
}
