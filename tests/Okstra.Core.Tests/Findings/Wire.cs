namespace Okstra.Core.Tests.Findings;

/// <summary>Answers as they come over the wire, in the flat nullable form of the schemas.</summary>
internal static class Wire
{
    public const string Findings = """
        {
          "schemaVersion": 1,
          "summary": "Read it.",
          "keyFinding": "It divides by zero.",
          "findings": [
            {
              "id": "f1", "ticketId": null, "kind": "cause", "title": "Division by zero", "claim": "average() divides by len(values).",
              "severity": "critical", "confidence": 0.8, "recommendation": null,
              "evidence": [
                { "kind": "file", "quote": "return total / n", "path": "src/app.py", "startLine": 12, "endLine": 13,
                  "argv": null, "exitCode": null, "sha": null, "server": null, "table": null, "select": null },
                { "kind": "command", "quote": "1 failed", "path": null, "startLine": null, "endLine": null,
                  "argv": ["pytest", "-q"], "exitCode": 1, "sha": null, "server": null, "table": null, "select": null },
                { "kind": "commit", "quote": "faster average", "path": null, "startLine": null, "endLine": null,
                  "argv": null, "exitCode": null, "sha": "0123abc", "server": null, "table": null, "select": null },
                { "kind": "mcp", "quote": "0", "path": null, "startLine": null, "endLine": null,
                  "argv": null, "exitCode": null, "sha": null, "server": "db", "table": "orders", "select": "SELECT count(*) FROM orders" }
              ]
            }
          ],
          "questions": [ { "kind": "material", "text": "The log of May 3.", "why": "to see the input", "where": "ops", "options": null, "answerShape": null } ],
          "verdict": { "token": "reject", "conditions": ["a test"] },
          "plan": {
            "options": [{ "name": "Split", "summary": "split the function", "files": ["src/app.py"] }], "tradeOffs": [],
            "recommended": { "option": "Split", "reason": "small", "basis": "f1", "rejected": "" },
            "steps": [{ "step": "1", "ticketIds": [], "action": "guard", "files": ["src/app.py"], "command": "pytest -q", "expected": "passes" }],
            "stages": [{ "title": "Guard", "dependsOn": [], "steps": ["1"], "files": ["src/app.py"], "conformance": "unit" }],
            "dependencies": [], "checks": [{ "phase": "post", "command": "pytest -q", "expected": "passes" }],
            "rollback": [{ "step": "1", "action": "revert", "trigger": "errors", "verify": "pytest -q" }],
            "openQuestions": [{ "question": "Which?", "ticketIds": [], "blocking": false, "answerShape": "a word" }]
          }
        }
        """;

    public const string Votes = """
        {
          "schemaVersion": 1,
          "votes": [
            { "findingId": "F-001", "vote": "AGREE", "reason": "seen", "citations": [
                { "kind": "file", "quote": "return total / n", "path": "src/app.py", "startLine": 12, "endLine": 12,
                  "argv": null, "exitCode": null, "sha": null, "server": null, "table": null, "select": null } ] },
            { "findingId": "F-002", "vote": "WITHDRAW", "reason": "I was wrong", "citations": [] }
          ]
        }
        """;

    public static string Many(int count) => $$"""
        {"schemaVersion":1,"summary":"s","keyFinding":"k","findings":[{{string.Join(',', Enumerable.Range(1, count).Select(number =>
            $$"""{"id":"f{{number}}","kind":"risk","title":"t","claim":"c","severity":"info","confidence":0,"evidence":[]}"""))}}]}
        """;
}
