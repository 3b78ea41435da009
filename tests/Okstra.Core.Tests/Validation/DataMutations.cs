using System.Text.Json.Nodes;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Validation;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Validation;

/// <summary>Each id, each fixed word and each text of the data that a rule does not leave free, over all task types; the files rendered from it stay as they were.</summary>
internal static class DataMutations
{
    private static readonly (string Rule, string Rows, string Members)[] Blank =
    [
        ("REP-022", "/materials", "request why whereToFind whereToPut"),
        ("REP-022", "/questions", "question why answerShape"),
        ("REP-023", "/followUps", "id origin newTaskId title suggestedTaskType scope reason priority"),
        ("REP-036", "/blockers", "severity evidence followUpPhase"),
        ("REP-037", "/verification/residualRisks", "risk mitigationOwner escalationTrigger"),
        ("REP-038", "/verification/commands", "command"),
        ("REP-038", "/implementation/validation", "command"),
        ("REP-038", "/implementation/rollback", "command"),
        ("REP-038", "/handOff/commands", "command"),
        ("REP-040", "/verification/evidence", "requirement artifact"),
        ("REP-043", "/implementation/steps", "step commit"),
        ("REP-044", "/implementation/commits", "sha message"),
        ("REP-045", "/implementation/diff", "path"),
        ("REP-046", "/implementation/tdd", "step failing passing"),
        ("REP-047", "/implementation/outOfPlanEdits", "path reason"),
        ("REP-048", "/implementation/verifiers", "verifier verdict"),
        ("REP-051", "/handOff/selections", "prompt answer"),
        ("REP-054", "/handOff/commits", "shortSha sha subject"),
        ("REP-041", "/verification", "worktree"),
        ("REP-035", "/verification", "routingReason"),
        ("REP-042", "/implementation", "planPath approvalEvidence"),
        ("REP-049", "/handOff", "verdictRow"),
        ("REP-050", "/handOff", "branch"),
        ("REP-055", "/handOff/pullRequest", "url title base"),
    ];

    private static readonly (string Rule, string Rows, string Members)[] Words =
    [
        ("REP-013", "/finalVerdict", "direction"),
        ("REP-024", "", "routing"),
        ("REP-033", "", "author"),
        ("REP-002", "", "taskKey seq"),
        ("REP-014", "", "verdictToken verificationScope"),
        ("REP-028", "/finalVerdict", "nextStep"),
        ("REP-028", "/ticketCoverage", "status"),
        ("REP-028", "/risks", "kind"),
        ("REP-028", "/plan/openQuestions", "status"),
        ("REP-028", "/implementation/verifiers", "status"),
        ("REP-022", "/materials", "status"),
        ("REP-022", "/questions", "status"),
        ("REP-022", "/carryIn", "status id"),
        ("REP-023", "/followUps", "origin suggestedTaskType priority"),
        ("REP-036", "/blockers", "severity followUpPhase"),
        ("REP-001", "/findings", "severity classification"),
        ("REP-001", "/executionStatus", "status"),
    ];

    private static readonly string[] Ids =
    [
        "/problemSummary", "/findings", "/risks", "/blockers", "/verification/residualRisks", "/plan/dependencies", "/plan/checks", "/plan/rollback", "/plan/openQuestions", "/materials", "/questions", "/followUps",
    ];

    public static IEnumerable<Mutation> All() =>
        from type in TaskTypes.All
        let valid = SampleValidation.Full(type, ReportLanguage.Korean)
        let data = JsonNode.Parse(valid.ReportData.Text!)!
        from mutation in (IEnumerable<Mutation>)
        [
            .. Members(valid, data, Blank, " "),
            .. Members(valid, data, Words, "looks-good"),
            .. Ids.SelectMany(rows => Id(valid, data, rows)),
            .. Tickets(valid, data),
            .. Flaws(valid, data),
        ]
        select mutation;

    private static IEnumerable<Mutation> Members(ValidationInputs valid, JsonNode data, (string Rule, string Rows, string Members)[] table, string value) =>
        from row in table
        let found = Place(data, row.Rows)
        where found is not null && found is not JsonArray { Count: 0 }
        let at = found is JsonArray array ? $"{row.Rows}/{array.TakeWhile(item => row.Members.Split(' ').Any(member => item![member] is null)).Count() % array.Count}" : row.Rows
        from member in row.Members.Split(' ')
        where Place(data, at)!.AsObject()[member] is not null
        select Set(row.Rule, valid, at, member, value);

    private static IEnumerable<Mutation> Id(ValidationInputs valid, JsonNode data, string rows)
    {
        if (Place(data, rows) is not JsonArray { Count: > 0 } array)
        {
            yield break;
        }

        yield return Set("REP-012", valid, $"{rows}/0", "id", "X_1");
        yield return Set("REP-031", valid, $"{rows}/0", "id", "RB-777" == array[0]!["id"]!.GetValue<string>() || rows.EndsWith("rollback", StringComparison.Ordinal) ? "P-777" : "RB-777");
        if (array.Count > 1)
        {
            yield return Set("REP-012", valid, $"{rows}/1", "id", array[0]!["id"]!.GetValue<string>());
        }
    }

    private static IEnumerable<Mutation> Tickets(ValidationInputs valid, JsonNode data) =>
        from rows in new[] { "/problemSummary", "/findings", "/risks", "/materials", "/questions", "/plan/steps", "/plan/openQuestions" }
        where Place(data, rows) is JsonArray { Count: > 0 }
        from value in new[] { "", "A-1, A-2" }
        select new Mutation("REP-032", $"{rows}/0/ticketIds is [{value}]", valid, inputs => Change(inputs, root => Place(root, $"{rows}/0")!["ticketIds"] = value.Length == 0 ? new JsonArray() : new JsonArray(value)));

    // What a plan's own rules find is told, and is the review the data carries.
    private static IEnumerable<Mutation> Flaws(ValidationInputs valid, JsonNode data) => Place(data, "/plan") is null ? [] :
        from change in new (string Name, Action<JsonNode> Apply)[]
        {
            ("a stage that waits for itself", plan => plan["stages"]![0]!["dependsOn"] = new JsonArray(plan["stages"]![0]!["stage"]!.GetValue<int>())),
            ("a check nobody can run", plan => plan["checks"]![0]!["command"] = "verify that everything works"),
            ("an unknown phase of a check", plan => plan["checks"]![0]!["phase"] = "whenever"),
            ("an unknown kind of dependency", plan => plan["dependencies"]![0]!["kind"] = "whatever"),
            ("a step without an action", plan => plan["steps"]![0]!["action"] = ""),
            ("an option that is not there", plan => plan["recommended"]!["option"] = "Option Z"),
            ("no rollback", plan => plan["rollback"] = new JsonArray()),
        }
        from rule in new[] { "REP-056", "REP-093" }
        select new Mutation(rule, change.Name, valid, inputs => Change(inputs, root => change.Apply(root["plan"]!)));

    private static Mutation Set(string rule, ValidationInputs valid, string at, string member, string value) =>
        new(rule, $"{at}/{member} is '{value}'", valid, inputs => Change(inputs, root => Place(root, at)!.AsObject()[member] = value));

    private static ValidationInputs Change(ValidationInputs inputs, Action<JsonNode> change)
    {
        var root = JsonNode.Parse(inputs.ReportData.Text!)!;
        change(root);
        return inputs with { ReportData = inputs.ReportData with { Text = root.ToJsonString() } };
    }

    private static JsonNode? Place(JsonNode root, string pointer) => pointer.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate((JsonNode?)root, (node, name) => node switch
    {
        JsonArray array => array[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)],
        JsonObject parent => parent[name],
        _ => null,
    });
}
