using Okstra.Core.Findings;

namespace Okstra.Core.Convergence;

/// <summary>A vote as answered and as counted, with its checked citations.</summary>
public sealed record CastVote
{
    public required int Round { get; init; }

    public required string Worker { get; init; }

    /// <summary>As the worker answered it; <c>verification-error</c> when it did not.</summary>
    public required Vote Vote { get; init; }

    public required Vote Counted { get; init; }

    /// <summary>In which role the worker was asked.</summary>
    public AskRole Role { get; init; }

    public required string Reason { get; init; }

    public IReadOnlyList<Evidence> Citations { get; init; } = [];

    /// <summary>Family of the model that gave it, when a limit moved the ask away from the worker's own; null otherwise.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? Vendor { get; init; }
}
