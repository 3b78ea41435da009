using Okstra.Core.Problems;
using Okstra.Core.Reconciling;
using Okstra.Engine.Stages;
using Okstra.State.Stages;

namespace Okstra.Engine.Reconciling;

/// <summary><c>okstra git-reconcile</c>: shows records the git history has left behind and corrects them on demand.</summary>
public sealed class GitReconcile(RunServices services)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <exception cref="UserErrorException">The request contradicts itself, or names what does not exist; nothing was changed then.</exception>
    public async Task<ReconcileReport> RunAsync(ReconcileRequest request, CancellationToken cancellationToken)
    {
        Refuse(request);
        using var mutex = await services.Locks.AcquireAsync(services.Home.TaskLock(request.Task), "reconcile stages with git", Patience, cancellationToken);
        var task = await StageTask.FindAsync(services, request.Task, request.ProjectRoot, cancellationToken);
        var reconciler = new StageReconciler(services, task, new ConsumersFile(request.PlanRunRoot, services.Writer));

        // Everything named is looked up before anything is changed.
        var chosen = request.UseRef is { } use ? await CommitAsync(task, use, "--use-ref", cancellationToken) : null;
        var moved = request.ResetAnchor is { } reset ? await CommitAsync(task, reset, "--reset-anchor", cancellationToken) : null;
        var report = await reconciler.InspectAsync(cancellationToken);
        var stage = request.Stage is { } number ? Find(report, number) : null;

        var applied = new List<Correction>();
        var notes = new List<string>();
        if (moved is not null)
        {
            if (await reconciler.MoveAnchorAsync(moved, request.ResetAnchor!, cancellationToken) is { } correction)
            {
                applied.Add(correction);
                report = await reconciler.InspectAsync(cancellationToken);
                stage = stage is null ? null : Find(report, stage.Stage);
            }
            else
            {
                notes.Add($"the anchor is at {moved} already");
            }
        }

        if (stage is { Kind: ReconcileKind.Ok })
        {
            notes.Add($"stage {stage.Stage} is not stale: its recorded commit {stage.RecordedSha} stays");
        }
        else if (stage is not null)
        {
            applied.Add(await reconciler.ApplyChosenAsync(stage, chosen!, request.UseRef!, cancellationToken));
        }

        if (request.Apply)
        {
            var left = report with { Stages = [.. report.Stages.Where(other => other.Stage != stage?.Stage)] };
            applied.AddRange(await reconciler.ApplyProvenAsync(left, cancellationToken));
        }

        return (applied.Count == 0 ? report : await reconciler.InspectAsync(cancellationToken)) with { Applied = applied, Note = notes.Count == 0 ? null : string.Join("; ", notes) };
    }

    private static void Refuse(ReconcileRequest request)
    {
        if (request.Stage is null != request.UseRef is null)
        {
            throw new UserErrorException("OKS0702", request.UseRef is null ? $"--stage {request.Stage} names no commit" : $"--use-ref {request.UseRef} names no stage", "give both: --stage <N> --use-ref <commit, branch or tag>");
        }

        if (request.Check && (request.Apply || request.UseRef is not null || request.ResetAnchor is not null))
        {
            throw new UserErrorException("OKS0705", "--check only looks and cannot be combined with --apply, --use-ref or --reset-anchor", "leave --check away to correct");
        }

        if (!Path.Exists(request.PlanRunRoot))
        {
            throw new UserErrorException("OKS0706", $"the plan-run root '{request.PlanRunRoot}' does not exist", "name the run directory of the planning run: …/runs/implementation-planning");
        }
    }

    private static StageState Find(ReconcileReport report, int stage) => report.Stages.FirstOrDefault(known => known.Stage == stage)
        ?? throw new UserErrorException("OKS0704", $"no finished stage {stage} is recorded; recorded are: {(report.Stages.Count == 0 ? "none" : string.Join(", ", report.Stages.Select(known => known.Stage)))}", "choose one of these");

    private static async Task<string> CommitAsync(StageTask task, string name, string option, CancellationToken cancellationToken) => await task.Repository.ResolveAsync(name, cancellationToken)
        ?? throw new UserErrorException("OKS0703", $"{option} '{name}' names no commit of '{task.Repository.Root}'", "give a commit, branch or tag; git branch --list shows the branches");
}
