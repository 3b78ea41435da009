using Okstra.Core.Auditing;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Projects;

namespace Okstra.Engine.Auditing;

/// <summary>Runs the project's confirmed checks at the inspected commit and reads their failures.</summary>
public sealed class ChecksAuditor : IAuditor
{
    private const int MostFindings = 5;

    public string Worker => "auditor-checks";

    public async Task<AuditOutcome> AnalyseAsync(AuditContext context, CancellationToken cancellationToken)
    {
        var commands = Runnable(context);
        if (commands.Count == 0)
        {
            return new AuditOutcome.NotRun("no-qa-commands");
        }

        var runs = await RunAllAsync(context, commands, cancellationToken);
        var findings = new List<Finding>();
        foreach (var run in runs.Where(run => run.Failed))
        {
            findings.AddRange(await CheckFindings.OfAsync(context, run.Recorded!, findings.Count, MostFindings - findings.Count, cancellationToken));
        }

        return new AuditOutcome.Answered(new WorkerAnswer
        {
            Summary = string.Join(' ', runs.Select(run => run.Sentence)),
            KeyFinding = findings.Count > 0 ? findings[0].Title
                : runs.All(run => run.Recorded is { ExitCode: 0 }) ? "All confirmed checks pass at the inspected commit, so none of them covers the reported failure."
                : "No check failed at a place in the inspected source.",
            Findings = findings,
            Questions = [.. runs.Where(run => !run.Ran).Select(run => new Question
            {
                Kind = "material",
                Text = $"How is `{run.Command.Command}` run on this machine?",
                Why = "The program, or something it needs, is not installed where okstra runs.",
                Where = "Install it, or correct qaCommands in .okstra/project.json.",
                AnswerShape = "text",
            })],
        });
    }

    public async Task<ReverifyAnswer> ReverifyAsync(AuditContext context, IReadOnlyList<ClusteredFinding> findings, CancellationToken cancellationToken)
    {
        var runs = await RunAllAsync(context, Runnable(context), cancellationToken);
        var index = new PathIndex(await context.Tree.ListPathsAsync(cancellationToken), []);
        return new ReverifyAnswer { Votes = [.. await CheckVotes.CastAsync(context, findings, [.. runs.Select(run => run.Recorded).OfType<RecordedCommand>()], index, cancellationToken)] };
    }

    private static List<QaCommand> Runnable(AuditContext context) => [.. context.QaCommands.Where(command => command.State == QaCommandState.Confirmed && command.Command.Trim().Length > 0)];

    private static async Task<IReadOnlyList<CheckResult>> RunAllAsync(AuditContext context, List<QaCommand> commands, CancellationToken cancellationToken)
    {
        if (commands.Count == 0)
        {
            return [];
        }

        // Re-verification judges by the same runs; without a remembered one (a resumed run) the checks run again.
        if (context.Checks.Results is { } remembered)
        {
            return remembered;
        }

        var folder = await context.CreateCheckWorktree(cancellationToken);
        var started = context.Clock.GetTimestamp();
        var results = new List<CheckResult>();
        foreach (var command in commands)
        {
            var left = context.CheckBudget - context.Clock.GetElapsedTime(started);
            results.Add(new CheckResult(command, left > TimeSpan.Zero ? await CheckRun.RunAsync(context, command, folder, left, cancellationToken) : null, left <= TimeSpan.Zero));
            cancellationToken.ThrowIfCancellationRequested();
        }

        context.Checks.Results = results;
        return results;
    }
}
