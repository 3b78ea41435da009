using System.Text.Json;
using Okstra.Core.Usage;

namespace Okstra.Cli.Output;

/// <summary>What <c>okstra converge record --input</c> reads.</summary>
internal sealed record RecordInput
{
    public required string Worker { get; init; }

    public required int Round { get; init; }

    /// <summary>1 when absent.</summary>
    public int? Batch { get; init; }

    /// <summary><c>completed</c> when absent.</summary>
    public string? Status { get; init; }

    /// <summary>The answer as an object, or the worker's whole text as a string.</summary>
    public JsonElement? Answer { get; init; }

    public bool ContractViolation { get; init; }

    public string? Reason { get; init; }

    public string? SessionId { get; init; }

    public TokenUsage? Usage { get; init; }
}
