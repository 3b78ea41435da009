namespace Okstra.State.Tests.Usage;

/// <summary>Lines as Codex CLI writes them.</summary>
internal static class CodexText
{
    public static string Meta(string id, string more = "", string time = "2026-01-02T03:00:00.000Z") => Line("session_meta", $$"""{"id":"{{id}}",{{more}}"timestamp":"{{time}}","cwd":"/srv/x","source":"cli"}""", time);

    public static string SubagentMeta(string id, string parent) => Line("session_meta", $$"""{"id":"{{id}}","cwd":"/srv/x","source":{"subagent":{"thread_spawn":{"parent_thread_id":"{{parent}}","depth":1} } } }""", "2026-01-02T03:00:00.000Z");

    public static string Model(string model) => Line("turn_context", $$"""{"turn_id":"t","cwd":"/srv/x","model":"{{model}}"}""");

    public static string Record(string response, string usage, string thread = "t1") => Line("token_usage_record", $$$"""{"thread_id":"{{{thread}}}","turn_id":"t","response_id":"{{{response}}}","usage":{{{usage}}},"thread_token_usage":{"input_tokens":777}}""");

    public static string Count(string? total, string? last, string time = "2026-01-02T04:00:00.000Z")
    {
        var members = new[] { total is null ? null : $"\"total_token_usage\":{total}", last is null ? null : $"\"last_token_usage\":{last}", "\"model_context_window\":258400" };
        var amounts = total is null && last is null ? "null" : $"{{{string.Join(',', members.Where(member => member is not null))}}}";
        return Line("event_msg", $$$"""{"type":"token_count","info":{{{amounts}}},"rate_limits":{"primary":{"used_percent":5.0} } }""", time);
    }

    public static string Used(long input, long output, long cached = 0, long reasoning = 0, long? total = null) =>
        $$"""{"input_tokens":{{input}},"cached_input_tokens":{{cached}},"output_tokens":{{output}},"reasoning_output_tokens":{{reasoning}},"total_tokens":{{total ?? input + output}}}""";

    public static string Line(string type, string payload, string time = "2026-01-02T04:00:00.000Z") => $$"""{"timestamp":"{{time}}","ordinal":1,"type":"{{type}}","payload":{{payload}}}""";
}
