using System.Globalization;
using System.Text;
using System.Text.Json;
using Okstra.Core.Limits;
using Okstra.Core.Usage;

namespace Okstra.Processes.Agents;

/// <summary>Claude Code, checked with 2.1.197: <c>claude -p</c> with a stream of JSON events.</summary>
/// <remarks>
/// A worker has three tools (Read, Grep, Glob), reads inside its folder only, and takes neither hooks nor MCP servers nor memory from the
/// repository it reads: a headless claude would otherwise run them without asking.
/// </remarks>
public sealed class ClaudeVendor : ICliVendor
{
    // One argument may hold 131072 bytes on Linux (MAX_ARG_STRLEN); a larger schema stays in the prompt only.
    private const int SchemaLimit = 100_000;

    // The CLI's default of ten retries makes a permanent 429 take minutes; six back off for about 40 seconds in all.
    private const string Retries = "6";

    public CliVendorFacts Facts { get; } = new()
    {
        Id = "claude",
        Role = "Claude worker",
        Vendor = "anthropic",
        Command = "claude",
        DefaultModel = ModelDefaults.Claude,
        ModelNames = ["claude", "opus", "sonnet", "haiku"],

        // SIGTERM leaves the processes of a young tool call behind, or lets the turn go on; SIGINT ends them and reports.
        StopSignal = 2,
        EnvironmentAllowList = ["ANTHROPIC_*", "CLAUDE_*", "API_TIMEOUT_MS"],
        EnvironmentDenyList = ["CLAUDE_CODE_SESSION_ID", "CLAUDE_CODE_SSE_PORT", "CLAUDE_CODE_ENTRYPOINT", "CLAUDE_CODE_SIMPLE", "CLAUDE_PROJECT_DIR"],
        EnvironmentOptions =
        [
            new EnvironmentOption("CLAUDE_CODE_USE_BEDROCK", ["AWS_*"]),
            new EnvironmentOption("CLAUDE_CODE_USE_VERTEX", ["CLOUD_ML_REGION", "GOOGLE_APPLICATION_CREDENTIALS", "GOOGLE_CLOUD_PROJECT"]),
        ],
        InstallHint = "npm install --global @anthropic-ai/claude-code",
    };

    public string ResolveExecutable(string found, Func<string, bool> exists) => found;

    public CliProcess BuildProcess(CliInvocation invocation)
    {
        List<string> arguments =
        [
            "-p", "--output-format", "stream-json", "--verbose",
            .. invocation.ResumedSession is { } session ? (string[])["--resume", session] : ["--session-id", invocation.SessionId],
            "--permission-mode", "dontAsk",
            "--tools", "Read,Grep,Glob",
            "--setting-sources", "user",
            "--strict-mcp-config",
        ];
        if (ModelDefaults.IsNamed(invocation.Model))
        {
            arguments.AddRange(["--model", invocation.Model.Execution]);
        }

        // A schema that names a newer dialect in $schema is dropped by the CLI without a word; the strict form names none.
        if (StrictSchema.TryConvert(invocation.AnswerSchema, out var schema) && Encoding.UTF8.GetByteCount(schema) <= SchemaLimit)
        {
            arguments.AddRange(["--json-schema", schema]);
        }

        var environment = new Dictionary<string, string>(invocation.Environment, StringComparer.Ordinal)
        {
            ["CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC"] = "1",
            ["DISABLE_AUTOUPDATER"] = "1",
            ["DISABLE_TELEMETRY"] = "1",
        };
        environment.TryAdd("CLAUDE_CODE_MAX_RETRIES", Retries);
        return new CliProcess(CliWorker.Spec(invocation, arguments, environment, Facts.StopSignal), CliWorker.NoFiles);
    }

    public CliAnswer ReadAnswer(CliOutput output)
    {
        string? session = null;
        JsonElement? result = null;
        JsonElement? limit = null;
        foreach (var (type, line) in CliEvents.Read(output.StandardOutput))
        {
            session = CliJson.Text(line, "session_id") ?? session;
            result = type == "result" ? line : result;
            limit = type == "rate_limit_event" ? CliJson.Member(line, "rate_limit_info") : limit;
        }

        if (result is not { } ending)
        {
            return CliFailure.WithoutEnding(session, output, null);
        }

        if (FailureOf(ending, limit) is { } failure)
        {
            return CliFailure.Of(session, failure, TextOf(ending)) with { Limit = LimitOf(ending, limit), HasProgress = ReadModels(output).Any(model => model.Usage.Output > 0) };
        }

        if (output.Exit.ExitCode != 0)
        {
            return CliFailure.ExitCode(session, output);
        }

        var answer = CliJson.Member(ending, "structured_output") is { ValueKind: JsonValueKind.Object } structured ? structured.GetRawText() : CliJson.Text(ending, "result");
        return string.IsNullOrWhiteSpace(answer) ? CliFailure.Empty(session) : new CliAnswer(true, answer, session, null);
    }

    // {"type":"result",…,"total_cost_usd":0.1,"modelUsage":{"claude-sonnet-5":{"inputTokens":157,"outputTokens":64,"cacheReadInputTokens":385,"cacheCreationInputTokens":28,…}}}
    // `usage` beside it covers the main thread of the last turn only; `modelUsage` is everything, cumulative over the process.
    public IReadOnlyList<ModelUsage> ReadModels(CliOutput output)
    {
        IReadOnlyList<ModelUsage> usage = [];
        foreach (var (type, line) in CliEvents.Read(output.StandardOutput))
        {
            if (type == "result" && CliJson.Members(CliJson.Member(line, "modelUsage")).ToList() is { Count: > 0 } models)
            {
                usage = [.. models.Select(model => new ModelUsage(model.Name, UsageOf(model.Value, models.Count == 1 ? line : null)))];
            }
        }

        return usage;
    }

    private static TokenUsage UsageOf(JsonElement model, JsonElement? onlyResult) => new()
    {
        Input = CliJson.Number(model, "inputTokens"),
        Output = CliJson.Number(model, "outputTokens"),
        CacheRead = CliJson.Number(model, "cacheReadInputTokens"),
        CacheWrite = CliJson.Number(model, "cacheCreationInputTokens"),
        CacheWrite1h = HourLong(onlyResult, CliJson.Number(model, "cacheCreationInputTokens")),
        CostUsd = CliJson.Money(model, "costUSD"),
    };

    // "usage":{"cache_creation_input_tokens":28,"cache_creation":{"ephemeral_1h_input_tokens":28,"ephemeral_5m_input_tokens":0}}: certain only when the main thread's last turn wrote everything.
    private static long? HourLong(JsonElement? onlyResult, long? written) =>
        written is null or 0 ? written
        : onlyResult is { } result && CliJson.Member(result, "usage") is { } turn && CliJson.Number(turn, "cache_creation_input_tokens") == written && CliJson.Member(turn, "cache_creation") is { } parts
            && CliJson.Number(parts, "ephemeral_1h_input_tokens") is >= 0 and var hour && hour <= written ? hour : null;

    // A subscription prints {"type":"rate_limit_event","rate_limit_info":{"status":"rejected","resetsAt":1780000000,…}} beside its 429; a key has the status only.
    private static LimitSignal? LimitOf(JsonElement result, JsonElement? limit)
    {
        var text = CliText.OneLine(TextOf(result) ?? "");
        LimitKind? kind = CliJson.Number(result, "api_error_status") switch
        {
            429 => limit is { } info && CliJson.Text(info, "status") == "rejected" ? LimitKind.UsageLimit : LimitKind.RateLimit,
            503 or 529 => LimitKind.Overloaded,
            _ when text.Contains("Credit balance is too low", StringComparison.OrdinalIgnoreCase) => LimitKind.NoCredit,
            _ => null,
        };
        return kind is null ? null : new LimitSignal(kind.Value, kind == LimitKind.UsageLimit ? ResetTime(limit) : null, text);
    }

    // {"type":"result","subtype":"success","is_error":true,"api_error_status":429,…}: the subtype alone says nothing.
    // Denied tools (permission_denials) are the worker's business and no failure.
    private static string? FailureOf(JsonElement result, JsonElement? limit)
    {
        var status = CliJson.Number(result, "api_error_status");
        var subtype = CliJson.Text(result, "subtype") ?? "";
        var reason = CliJson.Text(result, "terminal_reason") ?? "completed";
        if (CliJson.Flag(result, "is_error") != false || status is >= 400)
        {
            var name = status is null ? (subtype is "success" or "" ? reason == "completed" ? "failed" : reason : subtype) : $"HTTP {status}";
            return ResetOf(limit) is { } reset ? $"{name}, usage limit until {reset}" : name;
        }

        if (subtype != "success")
        {
            return subtype.Length == 0 ? "a result without subtype" : subtype;
        }

        if (reason != "completed")
        {
            return reason;
        }

        // "Unknown command: /word": exit 0, no error, not one model call.
        return CliJson.Number(result, "num_turns") == 0 ? "no model was asked" : null;
    }

    private static string? ResetOf(JsonElement? limit) => ResetTime(limit)?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset? ResetTime(JsonElement? limit) =>
        limit is { } info && CliJson.Text(info, "status") == "rejected" ? CliJson.UnixTime(info, "resetsAt") : null;

    private static string? TextOf(JsonElement result)
    {
        if (CliJson.Text(result, "result") is { Length: > 0 } text)
        {
            return text;
        }

        return CliJson.Member(result, "errors") is { ValueKind: JsonValueKind.Array } errors && errors.GetArrayLength() > 0 ? CliJson.Text(errors[0]) : null;
    }
}
