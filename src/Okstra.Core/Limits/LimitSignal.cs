namespace Okstra.Core.Limits;

/// <summary>A limit as a CLI's ending tells it.</summary>
/// <param name="Kind">What ran out.</param>
/// <param name="ResetsAt">When it is over, UTC; null when the CLI does not say.</param>
/// <param name="Text">One sentence of the CLI, bounded.</param>
public sealed record LimitSignal(LimitKind Kind, DateTimeOffset? ResetsAt, string Text)
{
    /// <summary>Model the limit is about; null when it is about the account.</summary>
    public string? Model { get; init; }
}
