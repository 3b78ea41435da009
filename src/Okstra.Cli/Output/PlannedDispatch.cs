using Okstra.Core.Workers;

namespace Okstra.Cli.Output;

/// <summary>One dispatch a lead is to make.</summary>
internal sealed record PlannedDispatch
{
    public required string Worker { get; init; }

    public required string Role { get; init; }

    /// <summary><c>&lt;slug&gt;</c>, or <c>&lt;slug&gt;-reverify-r&lt;N&gt;</c>.</summary>
    public required string AgentName { get; init; }

    public required ModelAssignment Model { get; init; }

    public required string Vendor { get; init; }

    public required int Round { get; init; }

    public required int Batch { get; init; }

    /// <summary>Absolute; the file holds all that the worker is to be told.</summary>
    public required string PromptPath { get; init; }

    public required string PromptSha256 { get; init; }

    /// <summary><c>findings.v1.json</c> or <c>votes.v1.json</c>.</summary>
    public required string AnswerSchema { get; init; }

    /// <summary>What is voted on; empty in round 0.</summary>
    public required IReadOnlyList<string> FindingIds { get; init; }
}
