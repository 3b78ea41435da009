namespace Okstra.State.Tests.Usage;

/// <summary>Lines as Claude Code writes them.</summary>
internal static class ClaudeText
{
    public const string Morning = "2026-01-02T08:00:00.000Z";
    public const string Noon = "2026-01-02T12:00:00.000Z";

    public static string Tokens(long input = 1, long output = 10, long write = 0, long read = 0, string more = "") =>
        $$"""{"input_tokens":{{input}},"cache_creation_input_tokens":{{write}},"cache_read_input_tokens":{{read}},"output_tokens":{{output}}{{more}}}""";

    public static string Assistant(
        string? id, string? usage = null, string session = "s1", string time = Noon, string model = "claude-opus-4-8", string? request = "req_1", bool side = false, string content = "\"hello\"")
    {
        var (idMember, requestMember) = (id is null ? "" : $"\"id\":\"{id}\",", request is null ? "" : $"\"requestId\":\"{request}\",");
        return $$"""{"parentUuid":null,"isSidechain":{{(side ? "true" : "false")}},"message":{{{idMember}}"type":"message","role":"assistant","model":"{{model}}","content":{{content}},"usage":{{usage ?? Tokens()}}},{{requestMember}}"type":"assistant","uuid":"u","timestamp":"{{time}}","cwd":"/srv/x","sessionId":"{{session}}","version":"2.1.197"}""";
    }

    public static string Queued(string session, string time) => $$"""{"type":"queue-operation","operation":"enqueue","timestamp":"{{time}}","sessionId":"{{session}}","content":"go on"}""";

    public static string Result(string agent, string usage) =>
        $$"""{"parentUuid":null,"isSidechain":false,"type":"user","message":{"role":"user","content":[]},"timestamp":"{{Noon}}","toolUseResult":{"status":"completed","agentId":"{{agent}}","usage":{{usage}}},"cwd":"/srv/x","sessionId":"s1"}""";

    public static string Progress(string id, string usage, string time = Noon) =>
        $$$"""{"type":"progress","isSidechain":false,"data":{"type":"agent_progress","message":{"type":"assistant","timestamp":"{{{time}}}","message":{"id":"{{{id}}}","model":"claude-opus-4-8","content":[],"usage":{{{usage}}} } } },"timestamp":"{{{time}}}","sessionId":"s1"}""";
}
