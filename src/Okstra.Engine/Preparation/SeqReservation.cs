using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.State.Documents;
using Okstra.State.Layout;

namespace Okstra.Engine.Preparation;

/// <summary>Counters of a new run (R-CON-17, R-OPN-10).</summary>
internal static class SeqReservation
{
    /// <summary>For each category the highest number on disk or reserved by an earlier run, plus one: a prepared run that has written no report yet keeps its number.</summary>
    public static CategorySeqs Next(TaskLayout task, TaskType type, int? stage, DocumentStore documents)
    {
        var onDisk = task.NextSeqs(type, stage);
        var seqs = onDisk;
        for (var number = onDisk.Manifests.Number - 1; number >= 1; number--)
        {
            if (RunSeq.TryParse($"{number}", out var seq)
                && documents.TryRead(task.Run(type, CategorySeqs.All(seq), stage).RunInputs, RunDocumentsJson.Default.RunInputs) is { } earlier
                && CategorySeqs.TryParse(earlier.Sequences, out var reserved))
            {
                return Higher(seqs, reserved);
            }
        }

        return seqs;
    }

    private static CategorySeqs Higher(CategorySeqs next, CategorySeqs reserved) => new(
        Max(next.Reports, reserved.Reports.Next),
        Max(next.Prompts, reserved.Prompts.Next),
        Max(next.State, reserved.State.Next),
        Max(next.Manifests, reserved.Manifests.Next),
        Max(next.WorkerResults, reserved.WorkerResults.Next),
        Max(next.Status, reserved.Status.Next),
        Max(next.Sessions, reserved.Sessions.Next));

    private static RunSeq Max(RunSeq one, RunSeq other) => one > other ? one : other;
}
