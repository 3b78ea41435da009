using Okstra.Core.Simulation;

namespace Okstra.Cli.Output;

/// <summary>How one policy did.</summary>
internal sealed record SimulatedPolicyLine
{
    public const int Digits = 6;

    public required string Policy { get; init; }

    /// <summary>Null for a rule that asks nobody.</summary>
    public required VerifierLine? Verifier { get; init; }

    public required double Precision { get; init; }

    public required double Recall { get; init; }

    public required double F1 { get; init; }

    public required double FindingsPerChange { get; init; }

    public required double CallsPerChange { get; init; }

    /// <summary>Null for a rule that asks nobody.</summary>
    public required double? F1PerCall { get; init; }

    public static SimulatedPolicyLine Of(PolicyResult result) => new()
    {
        Policy = result.Policy.Name,
        Verifier = result.Policy.Verifier is { } verifier ? new VerifierLine(verifier.Name, verifier.Tpr, verifier.Tnr) : null,
        Precision = Math.Round(result.Precision, Digits),
        Recall = Math.Round(result.Recall, Digits),
        F1 = Math.Round(result.F1, Digits),
        FindingsPerChange = Math.Round(result.FindingsPerChange, Digits),
        CallsPerChange = Math.Round(result.CallsPerChange, Digits),
        F1PerCall = result.F1PerCall is { } worth ? Math.Round(worth, Digits) : null,
    };
}
