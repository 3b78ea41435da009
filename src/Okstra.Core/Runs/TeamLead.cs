using Okstra.Core.Usage;

namespace Okstra.Core.Runs;

/// <summary>Who leads a run.</summary>
public sealed record TeamLead
{
    /// <summary><c>native</c> for the engine, <c>session</c> for a chat session.</summary>
    public required string Kind { get; init; }

    /// <summary>Empty for a native lead.</summary>
    public required string SessionId { get; init; }

    public string? Model { get; init; }

    public TokenUsage? Usage { get; init; }
}
