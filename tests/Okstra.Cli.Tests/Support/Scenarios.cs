namespace Okstra.Cli.Tests.Support;

/// <summary>What scripted workers say about <see cref="SampleProject"/>.</summary>
internal static class Scenarios
{
    private const string Holding = """{ "kind": "file", "path": "shop/cart.py", "startLine": 4, "endLine": 4, "quote": "result = item.price" }""";
    private const string Other = """{ "kind": "file", "path": "shop/cart.py", "startLine": 2, "endLine": 2, "quote": "result = 0" }""";

    /// <summary>Three workers: two find the bug, one finds something wrong that is refuted, one claim is contested; two rounds run.</summary>
    public static string ThreeWorkersTwoRounds { get; } = $$"""
        { "workers": [
          { "name": "ada", "vendor": "one", "rounds": {
            "0": { "answer": {{Answer("ada", Finding("a1", "The total is overwritten in the loop", "cart.py assigns the price instead of adding it, so the total is the last price.", Holding), Finding("a2", "The result starts at the wrong value", "The start value of the result is wrong.", Other))}} },
            "1": { "answer": {{Votes(Vote("overwritten", "AGREE", Holding))}} },
            "2": { "answer": {{Votes(Vote("starts at", "MAINTAIN", Other))}} } } },
          { "name": "bob", "vendor": "two", "rounds": {
            "0": { "answer": {{Answer("bob", Finding("b1", "The total is overwritten in the loop", "cart.py assigns the price instead of adding it, so the total is the last price.", Holding))}} },
            "1": { "answer": {{Votes(Vote("starts at", "DISAGREE", Other), Vote("overwritten", "AGREE", Holding))}} },
            "2": { "answer": {{Votes(Vote("starts at", "DISAGREE", Other))}} } } },
          { "name": "cyd", "vendor": "three", "rounds": {
            "0": { "answer": {{Answer("cyd")}} },
            "1": { "answer": {{Votes(Vote("overwritten", "AGREE", Holding), Vote("starts at", "UNVERIFIABLE"))}} },
            "2": { "answer": {{Votes(Vote("starts at", "UNVERIFIABLE"))}} } } }
        ] }
        """;

    /// <summary>The same, but one worker leaves a vote out in round 1 and fails in round 2: three events for the error log.</summary>
    public static string ThreeWorkersOneCareless { get; } = ThreeWorkersTwoRounds
        .Replace($", {Vote("starts at", "UNVERIFIABLE")}", "", StringComparison.Ordinal)
        .Replace($$"""{ "answer": {{Votes(Vote("starts at", "UNVERIFIABLE"))}} }""", """{ "fails": "error" }""", StringComparison.Ordinal);

    public static string Answer(string worker, params IReadOnlyList<string> findings) =>
        $$"""{ "schemaVersion": 1, "summary": "{{worker}} read the cart.", "keyFinding": "{{worker}} says the loop matters.", "findings": [{{string.Join(", ", findings)}}] }""";

    public static string Finding(string id, string title, string claim, params IReadOnlyList<string> evidence) =>
        $$"""{ "id": "{{id}}", "ticketId": "", "kind": "cause", "title": "{{title}}", "claim": "{{claim}}", "severity": "major", "confidence": 0.8, "evidence": [{{string.Join(", ", evidence)}}], "recommendation": "add it up" }""";

    public static string Votes(params IReadOnlyList<string> votes) => $$"""{ "schemaVersion": 1, "votes": [{{string.Join(", ", votes)}}] }""";

    public static string Vote(string match, string vote, params IReadOnlyList<string> citations) =>
        $$"""{ "match": "{{match}}", "vote": "{{vote}}", "reason": "because of {{match}}", "citations": [{{string.Join(", ", citations)}}] }""";
}
