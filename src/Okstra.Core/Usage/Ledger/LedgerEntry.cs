using System.Text.Json.Serialization;

namespace Okstra.Core.Usage.Ledger;

/// <summary>
/// One line of a run's usage ledger, <c>state/usage-&lt;task-type&gt;-&lt;seq&gt;.jsonl</c>: append-only, keyed by dispatch, so that writing a line twice charges nothing twice.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Reserved), "reserved")]
[JsonDerivedType(typeof(Charged), "charged")]
public abstract record LedgerEntry
{
    private LedgerEntry()
    {
    }

    /// <summary>UTC, ISO-8601 with seconds.</summary>
    public required string At { get; init; }

    /// <summary>The dispatch it is about; a repetition of a dispatch has another id.</summary>
    public required string DispatchId { get; init; }

    public required string Worker { get; init; }

    /// <summary>0 = analysis, 1… = re-verification, -1 = report writing, -2 = grouping.</summary>
    public required int Round { get; init; }

    /// <summary>1-based.</summary>
    public required int Batch { get; init; }

    /// <summary>Set aside before the dispatch begins; ends with the charge of the same dispatch.</summary>
    public sealed record Reserved : LedgerEntry
    {
        /// <summary>Expected tokens, 0 or more.</summary>
        public required long Tokens { get; init; }

        /// <summary>Expected US dollars, 0 or more; null when the model has no price.</summary>
        public required decimal? CostUsd { get; init; }
    }

    /// <summary>What the dispatch used; the first charge of a dispatch counts, a later one of the same dispatch does not.</summary>
    public sealed record Charged : LedgerEntry
    {
        /// <summary>Driver id: <c>claude</c>, <c>codex</c>, <c>gemini</c>.</summary>
        public required string Driver { get; init; }

        /// <summary>Execution name of the model that was asked for.</summary>
        public required string Model { get; init; }

        /// <summary>The vendor's session or thread id.</summary>
        public required string? SessionId { get; init; }

        /// <summary>The sum over <see cref="Models"/>.</summary>
        public required TokenUsage Usage { get; init; }

        /// <summary>The same by model, where the CLI tells them apart.</summary>
        public IReadOnlyList<ModelUsage> Models { get; set; } = [];

        /// <summary>US dollars at the prices of <see cref="PricesOf"/>; null when the model has no price.</summary>
        public required decimal? CostUsd { get; init; }

        /// <summary>Date of the price table, <c>yyyy-MM-dd</c>; null without a price.</summary>
        public required string? PricesOf { get; init; }

        /// <summary><c>reported</c> by the CLI, from its <c>log</c> because it was ended before it could report, <c>none</c> because it never began, or <c>unknown</c>.</summary>
        public required string Source { get; init; }
    }
}
