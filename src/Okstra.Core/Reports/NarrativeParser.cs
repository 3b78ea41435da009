using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Okstra.Core.Findings;
using Okstra.Core.Problems;
using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>A report writer's answer, read as hostile input: bounded, total, every field optional.</summary>
/// <remarks>
/// <c>{"schemaVersion":1,"title":"…","problemSummary":["brief: …","worker: …"],"finalConclusion":"…","direction":"begin-implementation","rationale":"…",
/// "detailedAnalysis":["…"],"nextSteps":["…"],"openRisks":[]}</c>
/// </remarks>
public static class NarrativeParser
{
    public const int TitleLength = 200;
    public const int LineLength = 600;
    public const int ParagraphLength = 4000;
    public const int ListLength = 12;
    public const int PlanLength = 1024 * 1024;

    private const string Schema = "report-narrative.v1.json";

    /// <summary>The JSON object itself, or the last fenced JSON block of a longer answer; at least one field must be usable.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out NarrativeFields? fields, out Problem problem)
    {
        fields = null;
        if (!AnswerExtraction.TryExtract(text ?? "", out var json, out var refusal))
        {
            problem = refusal;
            return false;
        }

        problem = new Problem("OKS0410", $"the report writer's answer has no usable field of {Schema}");
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = AnswerExtraction.MaxDepth });
            fields = Read(document.RootElement);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escaped lone surrogate cannot become a string.
            problem = new Problem("OKS0411", $"the report writer's answer is not JSON of {Schema}: {SafeText.OneLine(failure.Message, 200)}");
            return false;
        }

        fields = HasWords(fields) ? fields : null;
        return fields is not null;
    }

    // Whatever is too long is cut; whatever is unknown, of another kind or a left-over placeholder is dropped.
    private static NarrativeFields Read(JsonElement root)
    {
        JsonElement Member(string name) => root.TryGetProperty(name, out var member) ? member : default;
        string? One(string name, int length) => Member(name) is { ValueKind: JsonValueKind.String } member && Clean(member.GetString()!, length) is { Length: > 0 } text ? text : null;
        IReadOnlyList<string> Many(string name, int length) => [.. Lines(Member(name)).Select(line => Clean(line, length)).Where(line => line.Length > 0).Take(ListLength)];
        var direction = One("direction", LineLength);
        return new NarrativeFields
        {
            Title = One("title", TitleLength),
            ProblemSummary = Many("problemSummary", LineLength),
            FinalConclusion = One("finalConclusion", ParagraphLength),
            Direction = direction is not null && DirectionTokens.All.Contains(direction, StringComparer.Ordinal) ? direction : null,
            Rationale = One("rationale", ParagraphLength),
            DetailedAnalysis = Many("detailedAnalysis", ParagraphLength),
            NextSteps = Many("nextSteps", LineLength),
            OpenRisks = Many("openRisks", LineLength),
            Plan = Member("plan") is { ValueKind: JsonValueKind.Object or JsonValueKind.String } plan && plan.GetRawText().Length <= PlanLength ? plan.Clone() : null,
        };
    }

    private static IEnumerable<string> Lines(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
        JsonValueKind.String => value.GetString()!.Split('\n'),
        _ => [],
    };

    private static string Clean(string text, int length)
    {
        var line = SafeText.OneLine(text, length);
        return Placeholders.Occur(line) ? "" : line;
    }

    private static bool HasWords(NarrativeFields fields) =>
        fields is not { Title: null, FinalConclusion: null, Direction: null, Rationale: null, ProblemSummary: [], DetailedAnalysis: [], NextSteps: [], OpenRisks: [], Plan: null };
}
