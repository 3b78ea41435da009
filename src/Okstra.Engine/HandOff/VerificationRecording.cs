using Okstra.Core.HandOff;
using Okstra.Core.Problems;
using Okstra.Core.Stages;
using Okstra.Core.Tasks;
using Okstra.State.Documents;
using Okstra.State.Inputs;

namespace Okstra.Engine.HandOff;

/// <summary><c>okstra handoff record-verified</c>: a stage was accepted at its recorded head (R-WT-63, R-OPN-41).</summary>
public sealed class VerificationRecording(RunServices services)
{
    /// <exception cref="UserErrorException">It was not accepted, or something else was.</exception>
    public async Task<VerificationRecord> RecordAsync(string planRunRoot, int stage, string reportPath, string dataJson, CancellationToken cancellationToken)
    {
        var run = PlanRun.Open(services, planRunRoot);
        var report = Path.GetFullPath(reportPath, services.Host.CurrentDirectory);
        if (!DocumentStore.Exists(report))
        {
            throw new UserErrorException("OKS0734", $"the report '{report}' does not exist", "name the verification's report");
        }

        var data = InputFiles.Read(Path.GetFullPath(dataJson, services.Host.CurrentDirectory), "data document");
        var verdict = VerificationParser.Parse(data.Text, out var problem)
            ?? throw new UserErrorException("OKS0735", $"the data document '{data.Path}' is no verification: {problem}", "name the data.json beside the final-verification report");

        using var mutex = await run.LockAsync("record a verification", cancellationToken);
        var records = run.Consumers.Stages();
        if (records.GetValueOrDefault(stage) is not { HeadSha: { } head } record)
        {
            throw new UserErrorException("OKS0736", $"stage {stage} of '{run.Key}' is not done, so nothing of it can be accepted", $"done: {(records.Values.Where(known => known.IsDone).Select(known => known.Stage).ToList() is { Count: > 0 } done ? string.Join(", ", done) : "no stage")}");
        }

        if (verdict.TaskKey is { Length: > 0 } task && (!TaskKey.TryParse(task, run.Key.Project, out var other, out _) || other.Slug != run.Key.Slug))
        {
            throw new UserErrorException("OKS0737", $"the data document '{data.Path}' is about task '{task}', not '{run.Key}'", "name the verification of this task");
        }

        if (verdict.Refusal(stage, head) is { } refusal)
        {
            throw new UserErrorException(new Problem("OKS0738", $"'{data.Path}' does not accept stage {stage}: {refusal}", "verify the stage as it is now, then record that"), new HandOffReasonsException([refusal]));
        }

        var known = record.LastVerified is { } last && last.HeadSha == head && last.ReportPath == report && last.Verdict == verdict.Verdict && last.Scope == verdict.Scope;
        if (!known)
        {
            run.Consumers.Append(new ConsumerEvent.Verified(stage, head, report, verdict.Verdict, verdict.Scope) { At = services.Now() });
        }

        return new VerificationRecord(stage, head, report, verdict.Verdict, verdict.Scope, known);
    }
}
