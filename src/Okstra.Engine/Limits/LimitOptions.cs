using Okstra.Core.Limits;

namespace Okstra.Engine.Limits;

/// <summary>What a run does when a vendor's limit is reached.</summary>
public sealed record LimitOptions
{
    public LimitMode Mode { get; init; }

    /// <summary>Longest waiting of one dispatch in all; then the run pauses. Long enough for a night.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromHours(12);
}
