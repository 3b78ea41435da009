using System.Text.Json.Nodes;

namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>Answers in the two wire contracts, complete as the published schemas want them.</summary>
internal static class Answers
{
    public static JsonObject Findings(params JsonObject[] findings) => new()
    {
        ["schemaVersion"] = 1,
        ["summary"] = "The cart module was read; the total leaves lines out.",
        ["keyFinding"] = "The loop of total starts at the second line.",
        ["findings"] = new JsonArray([.. findings]),
        ["questions"] = new JsonArray(),
        ["verdict"] = null,
        ["plan"] = null,
    };

    public static JsonObject Finding(string id, string title, string claim, JsonObject citation, double confidence = 0.9, string severity = "critical") => new()
    {
        ["id"] = id,
        ["ticketId"] = "",
        ["kind"] = "cause",
        ["title"] = title,
        ["claim"] = claim,
        ["severity"] = severity,
        ["confidence"] = confidence,
        ["evidence"] = new JsonArray(citation),
        ["recommendation"] = "Start the loop at 0.",
    };

    public static JsonObject File(string path, int startLine, int endLine, string quote) => new()
    {
        ["kind"] = "file",
        ["quote"] = quote,
        ["path"] = path,
        ["startLine"] = startLine,
        ["endLine"] = endLine,
        ["argv"] = null,
        ["exitCode"] = null,
        ["sha"] = null,
        ["server"] = null,
        ["table"] = null,
        ["select"] = null,
    };

    public static JsonObject Votes(params JsonObject[] votes) => new() { ["schemaVersion"] = 1, ["votes"] = new JsonArray([.. votes.Select(vote => vote.DeepClone())]) };

    public static JsonObject Vote(string finding, string vote, string reason, params JsonObject[] citations) => new()
    {
        ["findingId"] = finding,
        ["vote"] = vote,
        ["reason"] = reason,
        ["citations"] = new JsonArray([.. citations.Select(citation => citation.DeepClone())]),
    };

    /// <summary>A report writer's words.</summary>
    public static JsonObject Narrative() => new()
    {
        ["schemaVersion"] = 1,
        ["title"] = "Totals leave out the first line",
        ["problemSummary"] = new JsonArray("brief: the total is too low", "source: the loop of total starts at 1"),
        ["finalConclusion"] = "The loop of total starts at index 1 (F-001).",
        ["direction"] = "begin-implementation",
        ["rationale"] = "The cause is confirmed.",
        ["detailedAnalysis"] = new JsonArray("The range leaves out index 0 (F-001)."),
        ["nextSteps"] = new JsonArray("Start the loop at 0."),
        ["openRisks"] = new JsonArray(),
        ["plan"] = null,
    };
}
