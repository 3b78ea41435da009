namespace Okstra.Core.Planning;

/// <summary>The fixed words of a plan's rows (R-REP-34, R-PHS-030).</summary>
internal static class PlanWords
{
    /// <summary>Of a dependency or migration risk.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["order", "backfill", "flag-precondition", "coordination", "other"];

    /// <summary>When a check is made.</summary>
    public static IReadOnlyList<string> Phases { get; } = ["pre", "mid", "post"];
}
