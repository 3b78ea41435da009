using System.Text.Json;
using Okstra.Core.Findings;

namespace Okstra.Core.Reports;

/// <summary>Reads a worker's plan proposal leniently: what has the expected shape is taken, the rest is left out; row ids are always ours.</summary>
internal static class PlanReader
{
    private const int MaximumRows = 200;

    /// <summary>The object a proposal is, whether it came as one or as its text; undefined when it is neither.</summary>
    public static JsonElement Proposal(JsonElement? plan)
    {
        switch (plan)
        {
            case { ValueKind: JsonValueKind.Object } element:
                return element;
            case { ValueKind: JsonValueKind.String } text when AnswerExtraction.TryExtract(text.GetString()!, out var json, out _):
                try
                {
                    using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = AnswerExtraction.MaxDepth });
                    return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : default;
                }
                catch (JsonException)
                {
                    return default;
                }

            default:
                return default;
        }
    }

    public static PlanSection Read(string? worker, JsonElement? plan, string taskId)
    {
        var root = Proposal(plan);
        var tickets = (JsonElement row) => Texts(row, "ticketIds") is { Count: > 0 } ids ? ids : [taskId];
        return new PlanSection
        {
            ProposedBy = root.ValueKind == JsonValueKind.Object ? worker : null,
            Options = [.. Rows(root, "options").Select(row => new PlanOption(Text(row, "name"), Text(row, "summary"), Texts(row, "files")))],
            TradeOffs = [.. Rows(root, "tradeOffs").Select(row => new PlanTradeOff
            {
                Option = Text(row, "option"),
                Complexity = Text(row, "complexity"),
                Risk = Text(row, "risk"),
                BlastRadius = Text(row, "blastRadius"),
                Testability = Text(row, "testability"),
                Effort = Text(row, "effort"),
            })],
            Recommended = Member(root, "recommended") is { ValueKind: JsonValueKind.Object } choice
                ? new PlanRecommendation(Text(choice, "option"), Text(choice, "reason"), Text(choice, "basis"), Text(choice, "rejected"))
                : null,
            Steps = [.. Rows(root, "steps").Select((row, index) => new PlanStep
            {
                Step = Text(row, "step") is { Length: > 0 } step ? step : $"{index + 1}",
                TicketIds = tickets(row),
                Action = Text(row, "action"),
                Files = Texts(row, "files"),
                Command = Text(row, "command"),
                Expected = Text(row, "expected"),
            })],
            Dependencies = [.. Rows(root, "dependencies").Select((row, index) => new PlanDependency
            {
                Id = RowIds.Numbered("DM", index + 1),
                Kind = Text(row, "kind"),
                Item = Text(row, "item"),
                Impact = Text(row, "impact"),
                Mitigation = Text(row, "mitigation"),
            })],
            Checks = [.. Rows(root, "checks").Select((row, index) => new PlanCheck(RowIds.Numbered("V", index + 1), Text(row, "phase"), Text(row, "command"), Text(row, "expected")))],
            Rollback = [.. Rows(root, "rollback").Select((row, index) => new PlanRollback
            {
                Id = RowIds.Numbered("RB", index + 1),
                Step = Text(row, "step"),
                Action = Text(row, "action"),
                Trigger = Text(row, "trigger"),
                Verify = Text(row, "verify"),
            })],
            OpenQuestions = [.. Rows(root, "openQuestions").Select((row, index) => new PlanOpenQuestion
            {
                Id = RowIds.Numbered("OQ", index + 1),
                TicketIds = tickets(row),
                Question = Text(row, "question"),
                Blocking = Member(row, "blocking") is { ValueKind: JsonValueKind.True },
                AnswerShape = Text(row, "answerShape"),
                Status = "open",
            })],
            Stages = [.. Rows(root, "stages").Select((row, index) => new PlanStage
            {
                Stage = index + 1,
                Title = Text(row, "title"),
                DependsOn = [.. Items(row, "dependsOn").Where(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out _)).Select(item => item.GetInt32())],
                Steps = Texts(row, "steps"),
                Files = Texts(row, "files"),
                Conformance = Text(row, "conformance"),
            })],
        };
    }

    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : null;

    private static IEnumerable<JsonElement> Items(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray().Take(MaximumRows) : [];

    private static IEnumerable<JsonElement> Rows(JsonElement parent, string name) => Items(parent, name).Where(item => item.ValueKind == JsonValueKind.Object);

    private static List<string> Texts(JsonElement parent, string name) => [.. Items(parent, name).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];

    private static string Text(JsonElement parent, string name) => Member(parent, name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => "",
    };
}
