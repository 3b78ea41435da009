using System.Globalization;

namespace Okstra.Cli.Tests.Billing;

/// <summary>Writes session logs of the three CLIs into a home, in the form the CLIs write them; one response each unless asked for more.</summary>
/// <param name="home">Home of the user.</param>
internal sealed class SessionLogFiles(string home)
{
    private int _files;

    /// <summary>Input 10, cache read 100, cache write 7, output <paramref name="output"/>; team and agent name as members of every line.</summary>
    public void Claude(string session, string cwd, int output, string? team = null, string? agent = null, string at = "2026-11-26T10:01:00")
    {
        var names = $"{(team is null ? "" : $"\"teamName\":\"{team}\",")}{(agent is null ? "" : $"\"agentName\":\"{agent}\",")}";
        var line = $$$$$$$$"""{"type":"assistant",{{{{{{{{names}}}}}}}}"sessionId":"{{{{{{{{session}}}}}}}}","cwd":"{{{{{{{{cwd}}}}}}}}","timestamp":"{{{{{{{{at}}}}}}}}.000Z","requestId":"req-{{{{{{{{session}}}}}}}}","message":{"id":"msg-{{{{{{{{session}}}}}}}}","type":"message","role":"assistant","model":"claude-opus-4-8","content":[],"usage":{"input_tokens":10,"cache_read_input_tokens":100,"cache_creation_input_tokens":7,"output_tokens":{{{{{{{{output}}}}}}}}}}}""";
        Write(Path.Combine(home, ".claude", "projects", cwd.Replace('/', '-'), $"{session}.jsonl"), $"{line}\n{line}\n");
    }

    /// <summary>Cumulative totals: <paramref name="input"/> (cached inside) and output 50 after the last response.</summary>
    public void Codex(string session, string cwd, int input, int cached, string from = "2026-11-26T10:02:00", string to = "2026-11-26T10:05:00") => Write(
        Path.Combine(home, ".codex", "sessions", "2026", "11", "26", string.Create(CultureInfo.InvariantCulture, $"rollout-2026-11-26T10-02-{_files:00}-{session}.jsonl")),
        $$$$$$$$"""
        {"timestamp":"{{{{{{{{from}}}}}}}}.000Z","type":"session_meta","payload":{"id":"{{{{{{{{session}}}}}}}}","timestamp":"{{{{{{{{from}}}}}}}}.000Z","cwd":"{{{{{{{{cwd}}}}}}}}","originator":"codex_exec","cli_version":"0.169.0","source":"exec"}}
        {"timestamp":"{{{{{{{{from}}}}}}}}.000Z","type":"turn_context","payload":{"model":"gpt-5.5","cwd":"{{{{{{{{cwd}}}}}}}}"}}
        {"timestamp":"{{{{{{{{to}}}}}}}}.000Z","type":"event_msg","payload":{"type":"token_count","info":{"total_token_usage":{"input_tokens":{{{{{{{{input / 2}}}}}}}},"cached_input_tokens":{{{{{{{{cached / 2}}}}}}}},"output_tokens":20,"reasoning_output_tokens":5,"total_tokens":{{{{{{{{(input / 2) + 20}}}}}}}}},"last_token_usage":{"input_tokens":{{{{{{{{input / 2}}}}}}}},"cached_input_tokens":{{{{{{{{cached / 2}}}}}}}},"output_tokens":20,"reasoning_output_tokens":5,"total_tokens":{{{{{{{{(input / 2) + 20}}}}}}}}}}}}
        {"timestamp":"{{{{{{{{to}}}}}}}}.000Z","type":"event_msg","payload":{"type":"token_count","info":{"total_token_usage":{"input_tokens":{{{{{{{{input}}}}}}}},"cached_input_tokens":{{{{{{{{cached}}}}}}}},"output_tokens":50,"reasoning_output_tokens":15,"total_tokens":{{{{{{{{input + 50}}}}}}}}},"last_token_usage":{"input_tokens":{{{{{{{{input - (input / 2)}}}}}}}},"cached_input_tokens":{{{{{{{{cached - (cached / 2)}}}}}}}},"output_tokens":30,"reasoning_output_tokens":10,"total_tokens":{{{{{{{{input - (input / 2) + 30}}}}}}}}}}}}

        """);

    /// <summary>Two messages with input <paramref name="input"/>, cached 10, output 20, thoughts 5 each.</summary>
    public void Gemini(string session, string cwd, int input, string at = "2026-11-26T10:03:00")
    {
        var project = Path.Combine(home, ".gemini", "tmp", "shop");
        Write(Path.Combine(project, ".project_root"), cwd);
        Write(
            Path.Combine(project, "chats", $"session-2026-11-26T10-03-{session[..8]}.jsonl"),
            $$$$$$$$"""
            {"sessionId":"{{{{{{{{session}}}}}}}}","projectHash":"0","startTime":"{{{{{{{{at}}}}}}}}.000Z","lastUpdated":"{{{{{{{{at}}}}}}}}.000Z","kind":"main"}
            {"id":"m-1-{{{{{{{{session}}}}}}}}","timestamp":"{{{{{{{{at}}}}}}}}.000Z","type":"gemini","content":"","tokens":{"input":{{{{{{{{input}}}}}}}},"output":20,"cached":10,"thoughts":5,"tool":0,"total":{{{{{{{{input + 25}}}}}}}}},"model":"gemini-2.5-pro"}
            {"id":"m-2-{{{{{{{{session}}}}}}}}","timestamp":"{{{{{{{{at}}}}}}}}.000Z","type":"gemini","content":"","tokens":{"input":{{{{{{{{input}}}}}}}},"output":20,"cached":10,"thoughts":5,"tool":0,"total":{{{{{{{{input + 25}}}}}}}}},"model":"gemini-2.5-pro"}

            """);
    }

    private void Write(string path, string text)
    {
        _files++;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.ReplaceLineEndings("\n"));
    }
}
