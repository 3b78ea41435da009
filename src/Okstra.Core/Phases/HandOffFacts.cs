using Okstra.Core.HandOff;

namespace Okstra.Core.Phases;

/// <summary>What is known of a verification that is to lead to a hand-off.</summary>
public sealed record HandOffFacts
{
    public required CitedReport Cited { get; init; }

    /// <summary>What the <c>Verdict Token</c> row says; null when there is no such row.</summary>
    public required string? Token { get; init; }

    /// <summary>The data document beside the report; null when it cannot be read as a verification.</summary>
    public required VerificationVerdict? Data { get; init; }

    /// <summary>Why <see cref="Data"/> is null.</summary>
    public string DataProblem { get; init; } = "";
}
