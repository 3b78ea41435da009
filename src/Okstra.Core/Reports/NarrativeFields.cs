using System.Text.Json;
using System.Text.Json.Serialization;

namespace Okstra.Core.Reports;

/// <summary>The only words a report writer supplies (schema <c>report-narrative.v1.json</c>); every one may be absent. Tables never come from here.</summary>
public sealed record NarrativeFields
{
    public static NarrativeFields Empty { get; } = new();

    public string? Title { get; init; }

    /// <summary>Three to five one-liners, each optionally led by <c>brief:</c>, <c>source:</c> or <c>worker:</c>.</summary>
    public IReadOnlyList<string> ProblemSummary { get; init; } = [];

    public string? FinalConclusion { get; init; }

    /// <summary>One of <see cref="DirectionTokens.All"/>, otherwise null.</summary>
    public string? Direction { get; init; }

    public string? Rationale { get; init; }

    /// <summary>Paragraphs.</summary>
    public IReadOnlyList<string> DetailedAnalysis { get; init; } = [];

    public IReadOnlyList<string> NextSteps { get; init; } = [];

    public IReadOnlyList<string> OpenRisks { get; init; } = [];

    /// <summary>The plan merged from several proposals, as it came; read only in a planning run.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Plan { get; init; }
}
