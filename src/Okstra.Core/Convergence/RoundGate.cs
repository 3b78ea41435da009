using Okstra.Core.Workers;

namespace Okstra.Core.Convergence;

/// <summary>Whether another round runs, and the token of the reason when it does not (R-CVG-14, R-CVG-38, R-CVG-39).</summary>
public static class RoundGate
{
    public const string MaxRoundsReached = "max-rounds-reached";
    public const string QueueEmpty = "queue-empty";
    public const string NoCompletedReverify = "no-completed-reverify";

    /// <summary>Null when round <paramref name="round"/> (2 or 3) runs.</summary>
    public static string? ReasonToSkip(int round, int effectiveMaxRounds, int queued, RoundRecord? previous)
    {
        if (round > effectiveMaxRounds)
        {
            return MaxRoundsReached;
        }

        if (queued == 0)
        {
            return QueueEmpty;
        }

        return previous?.Dispatches.Any(dispatch => dispatch.TerminalStatus == WorkerStatus.Completed) == true ? null : NoCompletedReverify;
    }
}
