using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>Column headings of every table, by section; the same list serves the renderers and the validator.</summary>
public static class ReportColumns
{
    private static readonly Dictionary<string, string[]> Keys = new(StringComparer.Ordinal)
    {
        ["heading.0"] = ["id", "request", "answer", "newStatus", "evidence"],
        ["heading.summary"] = ["id", "ticket", "oneLine", "source"],
        ["heading.coverage"] = ["ticket", "summary", "related", "status"],
        ["heading.execution"] = ["agent", "role", "model", "status", "keyFinding"],
        ["heading.tokens"] = ["agent", "model", "dispatches", "input", "output", "cacheRead", "cacheWrite", "total", "cost"],
        ["counts"] = ["class", "count"],
        ["heading.1.1"] = ["id", "ticket", "class", "severity", "confidence", "finding", "place", "authors"],
        ["heading.1.2"] = ["id", "ticket", "class", "severity", "confidence", "finding", "place", "reason"],
        ["positions"] = ["worker", "round", "vote", "counted", "position", "evidence"],
        ["heading.1.3"] = ["round", "queueBefore", "dispatched", "completed", "verificationError", "confirmed", "queueAfter"],
        ["skipped"] = ["worker", "round", "status", "reason"],
        ["heading.2"] = ["item", "value"],
        ["heading.3.1"] = ["id", "kind", "place", "quote", "check", "worker"],
        ["heading.4"] = ["id", "ticket", "kind", "item", "impact"],
        ["heading.conditions"] = ["number", "condition"],
        ["heading.blockers"] = ["id", "severity", "evidence", "followUpPhase"],
        ["heading.residual"] = ["id", "risk", "mitigationOwner", "escalationTrigger"],
        ["heading.4.5.1"] = ["option", "summary", "files"],
        ["heading.4.5.2"] = ["option", "complexity", "risk", "blastRadius", "testability", "effort"],
        ["heading.4.5.3"] = ["item", "value"],
        ["heading.4.5.4"] = ["step", "ticket", "action", "files", "command", "expectedResult"],
        ["heading.stages"] = ["stage", "title", "dependsOn", "steps", "files", "conformance"],
        ["heading.4.5.5"] = ["id", "dependencyKind", "dependencyItem", "impact", "mitigation"],
        ["heading.4.5.6"] = ["id", "phase", "observation", "expected"],
        ["heading.4.5.7"] = ["id", "step", "rollbackAction", "trigger", "verify"],
        ["heading.proposals"] = ["worker", "recommendedOption", "confirmedClaims", "openClaims", "blockingFlaws", "remarks", "used"],
        ["heading.review"] = ["rule", "check", "place", "flaw", "blocking"],
        ["heading.4.5.9"] = ["id", "ticket", "question", "blocking", "answerShape", "status"],
        ["heading.impl.plan"] = ["item", "value"],
        ["heading.impl.commits"] = ["commit", "step", "message"],
        ["heading.impl.diff"] = ["path", "change"],
        ["heading.impl.steps"] = ["step", "result"],
        ["heading.impl.validation"] = ["commandLine", "exitCode", "result"],
        ["heading.impl.tdd"] = ["step", "failing", "passing"],
        ["heading.impl.outOfPlan"] = ["path", "reason"],
        ["heading.impl.rollback"] = ["commandLine", "exitCode", "result"],
        ["heading.impl.verifiers"] = ["verifier", "model", "status", "verdict", "note"],
        ["heading.impl.routing"] = ["item", "value"],
        ["heading.ver.source"] = ["item", "value"],
        ["heading.ver.commits"] = ["commit", "message"],
        ["heading.ver.diff"] = ["path", "change"],
        ["heading.ver.evidence"] = ["requirement", "artifact", "result"],
        ["heading.ver.commands"] = ["commandLine", "exitCode", "result"],
        ["heading.ver.routing"] = ["item", "value"],
        ["heading.4.6.1"] = ["item", "value"],
        ["heading.4.6.2"] = ["item", "value"],
        ["heading.4.6.3"] = ["prompt", "verbatim", "chosenFrom", "difference"],
        ["heading.4.6.4"] = ["commandLine", "exitCode", "result"],
        ["heading.4.6.5"] = ["shortSha", "commit", "message", "files"],
        ["heading.4.6.7"] = ["item", "value"],
        ["heading.5.1"] = ["id", "ticket", "material", "reason", "whereToFind", "whereToPut", "status"],
        ["heading.5.2"] = ["id", "ticket", "question", "reason", "answerShape", "options", "answer", "status"],
        ["heading.7"] = ["id", "origin", "newTaskId", "title", "suggested", "scope", "whyDeferred", "priority", "autoSpawn"],
    };

    public static IReadOnlyCollection<string> Sections => Keys.Keys;

    /// <summary>Keys of a section's columns in their order.</summary>
    public static IReadOnlyList<string> KeysOf(string section) => Keys[section];

    /// <summary>Keys of a heading and of those below it.</summary>
    internal static IReadOnlyList<string> Texts(string heading) =>
        [.. ReportTexts.In(ReportLanguage.English).Keys.Where(key => key == heading || key.StartsWith(heading + ".", StringComparison.Ordinal))];

    public static IReadOnlyList<string> Of(string section, ReportTexts texts) => [.. Keys[section].Select(key => texts[$"column.{key}"])];
}
