namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>A process as <c>/proc</c> shows it.</summary>
internal sealed record LiveProcess(int Pid, int Parent, long StartTime, string Command)
{
    /// <summary>Equal when pid and start time are.</summary>
    public static IEqualityComparer<LiveProcess> ByIdentity { get; } =
        EqualityComparer<LiveProcess>.Create((left, right) => left?.Pid == right?.Pid && left?.StartTime == right?.StartTime, process => process.Pid);
}
