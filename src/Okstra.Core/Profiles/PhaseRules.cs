using Okstra.Core.Tasks;

namespace Okstra.Core.Profiles;

/// <summary>What a phase allows and forbids, as bullets for its prompt (R-CON-36, R-OPN-64).</summary>
/// <param name="Allowed">Without the leading dash.</param>
/// <param name="Forbidden">Without the leading dash.</param>
public sealed record PhaseRules(IReadOnlyList<string> Allowed, IReadOnlyList<string> Forbidden)
{
    private static readonly string[] ReadOnlyWork =
    [
        "Read files of the inspected tree and search them.",
        "Read history: `git log`, `git show`, `git diff`, `git blame`, `git status`.",
        "Query the MCP servers listed under `## Available MCP Servers`, with SELECT only; cite server, table and the SELECT.",
        "Write nothing but your own answer.",
    ];

    private static readonly string[] NoMutation =
    [
        "Edit, create, move or delete a source file.",
        "Run builds, migrations, deployments, package installations or any other command that changes state.",
        "`git push`, `git commit` and every other git command that changes a repository; publishing; opening pull requests.",
        "Write through MCP or any third-party API.",
        "Start another lifecycle phase, whatever the wording of a request; only a new okstra run does that.",
        "Start further agents: okstra alone decides who works on this run.",
    ];

    /// <summary>Rules of a phase.</summary>
    public static PhaseRules For(TaskType phase) => phase switch
    {
        TaskType.RequirementsDiscovery => new(
            [.. ReadOnlyWork, "Classify the work and recommend `error-analysis` or `implementation-planning` as the next phase."],
            [.. NoMutation, "Write an implementation plan or design beyond what choosing the phase needs.", "Recommend `implementation` directly: it needs an approved planning report."]),
        TaskType.ErrorAnalysis => new(
            [.. ReadOnlyWork, "Explain causes with evidence, and describe how each could be confirmed or refuted."],
            [.. NoMutation, "Fix the error, or describe the fix beyond what validates the cause."]),
        TaskType.ImplementationPlanning => new(
            [.. ReadOnlyWork, "Describe options, file lists, steps, commands and code sketches as text."],
            [.. NoMutation, "Write to `docs/superpowers/specs/` or `docs/superpowers/plans/`.", "Treat anything but the approval mark in the report as approval."]),
        TaskType.Implementation => ImplementationRules.Rules,
        TaskType.FinalVerification => new(
            [.. ReadOnlyWork, "Run tests and validation commands that exist already and change nothing; log each with its exit code."],
            [.. NoMutation, "Fix what was found, follow it up, or widen the scope: record it and end.", "Give a verdict other than `accepted`, `conditional-accept` or `blocked`."]),
        TaskType.ReleaseHandoff => ReleaseRules.Rules,
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "not a task type"),
    };

    public string AllowedLines() => Bullets(Allowed);

    public string ForbiddenLines() => Bullets(Forbidden);

    private static string Bullets(IReadOnlyList<string> lines) => string.Join('\n', lines.Select(line => $"- {line}"));
}
