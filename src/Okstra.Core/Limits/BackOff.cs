namespace Okstra.Core.Limits;

/// <summary>How long to leave a vendor alone.</summary>
public static class BackOff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>A clock that differs from ours must not make us ask too early, nor everybody ask at once.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);

    /// <summary>A reset further away is taken for a misreading of the clock.</summary>
    private static readonly TimeSpan FurthestReset = TimeSpan.FromDays(8);

    /// <summary>When it may be asked again.</summary>
    /// <param name="signal">What the CLI said.</param>
    /// <param name="now">UTC.</param>
    /// <param name="times">How often in a row the limit was met, 1 or more.</param>
    /// <param name="random">0 up to 1, spreads those who wait.</param>
    public static (DateTimeOffset Until, bool Stated) Until(LimitSignal signal, DateTimeOffset now, int times, double random)
    {
        if (signal.ResetsAt is { } reset && reset > now && reset - now <= FurthestReset)
        {
            return (reset + TimeSpan.FromSeconds(1) + (Slack * random), true);
        }

        var whole = First * Math.Pow(2, Math.Min(times - 1, 10));
        var pause = whole < Longest ? whole : Longest;
        return (now + (pause / 2) + (pause / 2 * random), false);
    }
}
