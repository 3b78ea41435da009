namespace Okstra.Core.Timing;

/// <summary>A stretch of time; one that would end before it begins is empty.</summary>
/// <param name="From">First instant.</param>
/// <param name="To">First instant after it.</param>
public readonly record struct Interval(DateTimeOffset From, DateTimeOffset To)
{
    public long Seconds => To <= From ? 0 : (To - From).Ticks / TimeSpan.TicksPerSecond;

    public bool IsEmpty => To <= From;

    /// <summary>What of it lies in another one.</summary>
    public Interval Within(Interval other) => new(From < other.From ? other.From : From, To > other.To ? other.To : To);
}
