using System.Text;
using System.Text.Json;
using Okstra.Core.Limits;
using Okstra.Core.Usage;

namespace Okstra.Processes.Agents;

/// <summary>Gemini CLI, checked with 0.61.0: a prompt on standard input and a stream of JSON events.</summary>
/// <remarks>
/// The default model is <c>auto</c> (R-WRK-05): no <c>-m</c> is passed then, so the CLI asks its router model before every prompt, one extra call.
/// A named model saves that call.
/// </remarks>
public sealed class GeminiVendor : ICliVendor
{
    private const string DefaultsFile = "gemini-defaults.json";
    private const string PolicyFile = "gemini-read-only.toml";
    private const string DefaultsVariable = "GEMINI_CLI_SYSTEM_DEFAULTS_PATH";

    // The lowest layer of settings: the user's own and an administrator's win. Ten attempts (the default) make a permanent 429 take minutes.
    private const string Defaults = """{"general":{"maxAttempts":3,"enableAutoUpdate":false},"privacy":{"usageStatisticsEnabled":false},"telemetry":{"enabled":false}}""";

    // Headless default mode offers none of these tools; a user's own allow rules could bring them back.
    private const string Policy = """
        [[rule]]
        toolName = ["run_shell_command", "write_file", "replace", "save_memory"]
        decision = "deny"
        priority = 999
        denyMessage = "This worker is read-only."

        """;

    public CliVendorFacts Facts { get; } = new()
    {
        Id = "gemini",
        Role = "Gemini worker",
        Vendor = "google",
        Command = "gemini",
        DefaultModel = ModelDefaults.Gemini,
        ModelNames = ["gemini"],
        StopSignal = 15,
        EnvironmentAllowList = ["GEMINI_*", "GOOGLE_*"],

        // GEMINI_CLI_TRUST_WORKSPACE would run hooks and MCP servers of the repository under analysis.
        EnvironmentDenyList = ["GEMINI_CLI_TRUST_WORKSPACE", "GEMINI_CLI_SESSION_ID", "GEMINI_CLI_IDE_*", "GEMINI_CLI_ACTIVITY_LOG_TARGET"],
        InstallHint = "npm install --global @google/gemini-cli",
    };

    public string ResolveExecutable(string found, Func<string, bool> exists) => found;

    public CliProcess BuildProcess(CliInvocation invocation)
    {
        List<string> arguments =
        [
            "-o", "stream-json", "--skip-trust", "--approval-mode", "default",

            // A name no server has: the user's MCP servers stay off, as they do for claude.
            "--allowed-mcp-server-names", "none",
            .. invocation.ResumedSession is { } session ? (string[])["--resume", session] : ["--session-id", invocation.SessionId],
            "--admin-policy", Path.Combine(invocation.SupportDirectory, PolicyFile),
        ];
        if (ModelDefaults.IsNamed(invocation.Model))
        {
            arguments.AddRange(["-m", invocation.Model.Execution]);
        }

        var files = new Dictionary<string, string>(StringComparer.Ordinal) { [PolicyFile] = Policy };
        var environment = new Dictionary<string, string>(invocation.Environment, StringComparer.Ordinal)
        {
            // Without it a launcher that ignores SIGTERM and SIGINT stands in front of the CLI.
            ["GEMINI_CLI_NO_RELAUNCH"] = "true",

            // On an API error the whole conversation is written to the temporary folder; keep it with the dispatch.
            ["TMPDIR"] = invocation.SupportDirectory,
        };
        if (environment.TryAdd(DefaultsVariable, Path.Combine(invocation.SupportDirectory, DefaultsFile)))
        {
            files[DefaultsFile] = Defaults;
        }

        return new CliProcess(CliWorker.Spec(invocation, arguments, environment, Facts.StopSignal), files);
    }

    public CliAnswer ReadAnswer(CliOutput output)
    {
        string? session = null;
        string? status = null;
        string? error = null;
        var answer = new StringBuilder();
        foreach (var (type, line) in CliEvents.Read(output.StandardOutput))
        {
            switch (type)
            {
                case "init":
                    session = CliJson.Text(line, "session_id") ?? session;
                    break;

                // {"type":"message","role":"assistant","content":"final ","delta":true}; the user's prompt is echoed with role "user".
                case "message" when CliJson.Text(line, "role") == "assistant":
                    answer.Append(CliJson.Text(line, "content"));
                    break;

                // What was said before a tool call is talk; the answer is what comes after the last one.
                case "tool_use":
                    answer.Clear();
                    break;
                case "error":
                    error = CliJson.Text(line, "message") ?? error;
                    break;
                case "result":
                    status = CliJson.Text(line, "status") ?? "";
                    error = CliJson.Member(line, "error") is { } detail ? CliJson.Text(detail, "message") ?? error : error;
                    break;
                default:
                    break;
            }
        }

        if (status is null || (status != "success" && output.Exit.ExitCode != 0))
        {
            return FailureOf(session, output, error) with { Limit = LimitOf(output, error), HasProgress = ReadModels(output).Any(model => model.Usage.Total > 0) };
        }

        if (status != "success")
        {
            return CliFailure.Of(session, $"result {status}", error);
        }

        if (output.Exit.ExitCode != 0)
        {
            return CliFailure.ExitCode(session, output);
        }

        var text = answer.ToString();
        return string.IsNullOrWhiteSpace(text) ? CliFailure.Empty(session) : new CliAnswer(true, text, session, null);
    }

    // {"type":"result","status":"success","stats":{"total_tokens":10315,…,"models":{"gemini-2.5-pro":{"total_tokens":10315,"input_tokens":10000,"output_tokens":260,"cached":1000,"input":9000}}}}
    // input = input_tokens - cached. Thoughts and tool prompts are in total_tokens only; they are billed, so they go with the output.
    public IReadOnlyList<ModelUsage> ReadModels(CliOutput output)
    {
        IReadOnlyList<ModelUsage> usage = [];
        foreach (var (type, line) in CliEvents.Read(output.StandardOutput))
        {
            if (type == "result" && CliJson.Member(line, "stats") is { } stats && CliJson.Number(stats, "total_tokens") is not null)
            {
                var models = CliJson.Members(CliJson.Member(stats, "models")).Select(model => new ModelUsage(model.Name, UsageOf(model.Value))).ToList();
                usage = models.Count > 0 ? models : [new ModelUsage(null, UsageOf(stats))];
            }
        }

        return usage;
    }

    private static TokenUsage UsageOf(JsonElement numbers)
    {
        var (total, prompt, answer) = (CliJson.Number(numbers, "total_tokens"), CliJson.Number(numbers, "input_tokens"), CliJson.Number(numbers, "output_tokens"));
        return new TokenUsage
        {
            Input = CliJson.Number(numbers, "input"),
            Output = total is { } all && prompt is { } given && unchecked(all - given) >= (answer ?? 0) ? unchecked(all - given) : answer,
            CacheRead = CliJson.Number(numbers, "cached"),
            Total = total,
        };
    }

    // An API error ends with the low byte of its HTTP status; a day's quota says so in words and is one of the model, not of the account.
    private static LimitSignal? LimitOf(CliOutput output, string? error)
    {
        var text = CliText.OneLine(error ?? "");
        return output.Exit.ExitCode switch
        {
            173 when text.Contains("quota on this model", StringComparison.OrdinalIgnoreCase) => new LimitSignal(LimitKind.UsageLimit, null, text) { Model = ModelOf(output) },
            173 => new LimitSignal(LimitKind.RateLimit, null, text),
            247 => new LimitSignal(LimitKind.Overloaded, null, text),
            _ => null,
        };
    }

    // {"type":"init","timestamp":"…","session_id":"…","model":"gemini-2.5-pro"}
    private static string? ModelOf(CliOutput output) =>
        CliEvents.Read(output.StandardOutput).Where(line => line.Type == "init").Select(line => CliJson.Text(line.Event, "model")).LastOrDefault();

    // SIGTERM and SIGINT end with exit 0 and no result, so a missing result is a failure whatever the exit code says.
    private static CliAnswer FailureOf(string? session, CliOutput output, string? error) => output.Exit.ExitCode switch
    {
        41 => CliFailure.Of(session, "not signed in: no API key and no login (exit 41)"),
        42 => CliFailure.Of(session, "refused the input (exit 42)", error ?? CliText.LastLine(output.Exit.StandardError)),
        53 => CliFailure.Of(session, "turn limit of the user's settings reached (exit 53)"),
        55 => CliFailure.Of(session, "folder not trusted (exit 55)"),

        // An API error ends with the low byte of its HTTP status: 401 -> 145, 429 -> 173, 500 -> 244.
        >= 144 and <= 255 and var code => CliFailure.Of(session, $"HTTP {code + 256}", error),
        _ => CliFailure.WithoutEnding(session, output, error),
    };
}
