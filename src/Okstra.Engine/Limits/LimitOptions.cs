using Okstra.Core.Limits;

namespace Okstra.Engine.Limits;

/// <summary>What a run does when a vendor's limit is reached.</summary>
public sealed record LimitOptions
{
    public LimitMode Mode { get; init; }

    /// <summary>Longest waiting of one dispatch in all; then the run pauses. Long enough for a night.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromHours(12);

    /// <summary>The same for an overload, which nobody says an end of and which may as well be a broken server; then it is an error of the worker.</summary>
    public TimeSpan OverloadPatience => Patience < LongestOverload ? Patience : LongestOverload;

    private static TimeSpan LongestOverload { get; } = TimeSpan.FromMinutes(30);
}
