using System.Text.Json;
using Okstra.Core.Hosting;
using Okstra.Core.Limits;
using Okstra.Core.Usage;

namespace Okstra.Processes.Agents;

/// <summary>Codex CLI, checked with 0.169.0: <c>codex exec --json</c> in its own read-only sandbox.</summary>
/// <remarks><c>--ignore-rules</c> matters: an execpolicy rule with <c>allow</c> runs its command outside the sandbox.</remarks>
public sealed class CodexVendor : ICliVendor
{
    private const string SchemaFile = "answer-schema.json";
    private const string LastMessage = "last-message.txt";

    private static readonly string[] Targets = ["linux-x64:x86_64-unknown-linux-musl", "linux-arm64:aarch64-unknown-linux-musl", "darwin-x64:x86_64-apple-darwin", "darwin-arm64:aarch64-apple-darwin"];

    // The stream has words only; what each ending says (codex 0.169.0).
    private static readonly (string Words, LimitKind Kind)[] Endings =
    [
        ("hit your usage limit", LimitKind.UsageLimit),
        ("Quota exceeded", LimitKind.NoCredit),
        ("last status: 429", LimitKind.RateLimit),
        ("rate limit exceeded", LimitKind.RateLimit),
        ("experiencing high demand", LimitKind.Overloaded),
        ("at capacity", LimitKind.Overloaded),
        ("last status: 503", LimitKind.Overloaded),
    ];

    public CliVendorFacts Facts { get; } = new()
    {
        Id = "codex",
        Role = "Codex worker",
        Vendor = "openai",
        Command = "codex",
        DefaultModel = ModelDefaults.Codex,
        ModelNames = ["gpt", "codex", "o1", "o3", "o4"],
        StopSignal = 15,
        EnvironmentAllowList = ["OPENAI_*", "AZURE_OPENAI_*", "CODEX_*"],
        EnvironmentDenyList = ["CODEX_SANDBOX*", "CODEX_THREAD_ID", "CODEX_CI"],
        Config = new VendorConfig("CODEX_HOME", ".codex", "config.toml", ["env_key", "bearer_token_env_var"]),
        UsageSpansSession = true,
        InstallHint = "npm install --global @openai/codex",
    };

    /// <summary>The native program behind the npm launcher: killing the launcher would leave the native one working to the end of its turn.</summary>
    public string ResolveExecutable(string found, Func<string, bool> exists)
    {
        // …/node_modules/@openai/codex/bin/codex.js
        if (!found.EndsWith(".js", StringComparison.Ordinal) || Path.GetDirectoryName(Path.GetDirectoryName(found)) is not { Length: > 0 } package)
        {
            return found;
        }

        foreach (var target in Targets)
        {
            var (platform, triple) = (target[..target.IndexOf(':', StringComparison.Ordinal)], target[(target.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            string[] roots =
            [
                Path.Combine(package, "node_modules", "@openai", $"codex-{platform}", "vendor"),
                Path.Combine(package, "..", $"codex-{platform}", "vendor"),
                Path.Combine(package, "vendor"),
            ];
            foreach (var candidate in roots.SelectMany(root => new[] { Path.Combine(root, triple, "bin", "codex"), Path.Combine(root, triple, "codex", "codex") }))
            {
                if (exists(candidate))
                {
                    return Path.GetFullPath(candidate);
                }
            }
        }

        return found;
    }

    public CliProcess BuildProcess(CliInvocation invocation)
    {
        List<string> arguments = ["exec", "--json", "-s", "read-only", "--ignore-rules", "-C", invocation.WorkingDirectory, "-o", Path.Combine(invocation.SupportDirectory, LastMessage)];
        if (!invocation.InsideGit)
        {
            arguments.Add("--skip-git-repo-check");
        }

        if (ModelDefaults.IsNamed(invocation.Model))
        {
            arguments.AddRange(["-m", invocation.Model.Execution]);
        }

        var files = CliWorker.NoFiles;
        if (StrictSchema.TryConvert(invocation.AnswerSchema, out var schema))
        {
            arguments.AddRange(["--output-schema", Path.Combine(invocation.SupportDirectory, SchemaFile)]);
            files = new Dictionary<string, string>(StringComparer.Ordinal) { [SchemaFile] = schema };
        }

        // `resume` itself takes no sandbox and no folder: they stand before it.
        arguments.AddRange(invocation.ResumedSession is { } thread ? (string[])["resume", thread, "-"] : ["-"]);
        return new CliProcess(CliWorker.Spec(invocation, arguments, invocation.Environment, Facts.StopSignal), files) { LastMessageFile = LastMessage };
    }

    public CliAnswer ReadAnswer(CliOutput output)
    {
        string? session = null;
        string? message = null;
        string? lastError = null;
        string? failure = null;
        var completed = false;
        var items = 0;
        foreach (var (type, line) in CliEvents.Read(output.StandardOutput))
        {
            switch (type)
            {
                case "thread.started":
                    session = CliJson.Text(line, "thread_id") ?? session;
                    break;
                case "item.completed" when CliJson.Member(line, "item") is { } item && CliJson.Text(item, "type") == "agent_message":
                    message = CliJson.Text(item, "text");
                    items++;
                    break;
                case "item.completed" when CliJson.Member(line, "item") is { } item && CliJson.Text(item, "type") != "error":
                    items++;
                    break;

                // Often only a warning ("Reconnecting... 1/5"); it explains an ending, it is none.
                case "error":
                    lastError = CliJson.Text(line, "message") ?? lastError;
                    break;
                case "turn.completed":
                    (completed, failure) = (true, null);
                    break;
                case "turn.failed":
                    (completed, failure) = (false, CliJson.Member(line, "error") is { } error ? CliJson.Text(error, "message") ?? "" : "");
                    break;
                default:
                    break;
            }
        }

        if (failure is not null)
        {
            return CliFailure.Of(session, "turn failed", failure) with { Limit = LimitOf(failure), HasProgress = items > 0 };
        }

        if (!completed)
        {
            return CliFailure.WithoutEnding(session, output, lastError);
        }

        if (output.Exit.ExitCode != 0)
        {
            return CliFailure.ExitCode(session, output);
        }

        var answer = string.IsNullOrWhiteSpace(message) ? output.LastMessage : message;
        return string.IsNullOrWhiteSpace(answer) ? CliFailure.Empty(session) : new CliAnswer(true, answer, session, null);
    }

    // {"type":"turn.completed","usage":{"input_tokens":6000,"cached_input_tokens":2900,"cache_write_input_tokens":0,"output_tokens":200,"reasoning_output_tokens":50}}
    // Cumulative over the thread, which is this process for a worker; input includes what came from and went to the cache, output includes reasoning.
    public IReadOnlyList<ModelUsage> ReadModels(CliOutput output)
    {
        IReadOnlyList<ModelUsage> usage = [];
        foreach (var (type, line) in CliEvents.Read(output.StandardOutput))
        {
            if (type == "turn.completed" && CliJson.Member(line, "usage") is { ValueKind: JsonValueKind.Object } numbers)
            {
                var (read, written) = (CliJson.Number(numbers, "cached_input_tokens"), CliJson.Number(numbers, "cache_write_input_tokens"));
                var used = new TokenUsage
                {
                    Input = CliJson.Number(numbers, "input_tokens") is { } input ? Math.Max(0, unchecked(input - (read ?? 0) - (written ?? 0))) : null,
                    Output = CliJson.Number(numbers, "output_tokens"),
                    CacheRead = read,
                    CacheWrite = written,
                    Reasoning = CliJson.Number(numbers, "reasoning_output_tokens"),
                };
                usage = [new ModelUsage(null, used)];
            }
        }

        return usage;
    }

    /// <summary><c>$CODEX_HOME/sessions/2026/11/26/rollout-2026-11-26T10-00-00-&lt;thread&gt;.jsonl</c>.</summary>
    public SessionLogPlace LogOf(HostEnvironment host, string sessionId) => new(Path.Combine(Facts.Config!.FolderFor(host), "sessions"), $"-{sessionId}.jsonl");

    // {"type":"event_msg","payload":{"type":"token_count","rate_limits":{"primary":{"used_percent":100.0,"window_minutes":300,"resets_at":1780000000},"secondary":null}}}
    // The output says "try again at 12:55 PM", in local time; the log has the second.
    public LimitSignal Refine(LimitSignal signal, string sessionLog)
    {
        DateTimeOffset? reset = null;
        foreach (var (type, line) in CliEvents.Read(sessionLog))
        {
            if (type == "event_msg" && CliJson.Member(line, "payload") is { } payload && CliJson.Member(payload, "rate_limits") is { ValueKind: JsonValueKind.Object } limits)
            {
                reset = CliJson.Members(limits)
                    .Where(window => Used(window.Value) >= 100)
                    .Select(window => CliJson.UnixTime(window.Value, "resets_at"))
                    .Max();
            }
        }

        return signal.Kind == LimitKind.UsageLimit ? signal with { ResetsAt = reset } : signal;
    }

    private static double Used(JsonElement window) =>
        CliJson.Member(window, "used_percent") is { ValueKind: JsonValueKind.Number } percent && percent.TryGetDouble(out var value) ? value : 0;

    private static LimitSignal? LimitOf(string message)
    {
        foreach (var (words, kind) in Endings)
        {
            if (message.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return new LimitSignal(kind, null, CliText.OneLine(message));
            }
        }

        return null;
    }
}
