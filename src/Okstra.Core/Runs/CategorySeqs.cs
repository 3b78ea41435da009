using System.Diagnostics.CodeAnalysis;

namespace Okstra.Core.Runs;

/// <summary>The counters of one run, one per artifact category; they may differ (R-CON-17, R-LAY-48).</summary>
/// <param name="Reports">Of <c>reports/</c>.</param>
/// <param name="Prompts">Of <c>prompts/</c>.</param>
/// <param name="State">Of <c>state/</c>.</param>
/// <param name="Manifests">Of <c>manifests/</c>: the run's own seq.</param>
/// <param name="WorkerResults">Of <c>worker-results/</c>.</param>
/// <param name="Status">Of <c>status/</c>.</param>
/// <param name="Sessions">Of <c>sessions/</c>.</param>
public sealed record CategorySeqs(RunSeq Reports, RunSeq Prompts, RunSeq State, RunSeq Manifests, RunSeq WorkerResults, RunSeq Status, RunSeq Sessions)
{
    /// <summary>The artifact directories of a run, in the order of the members (R-LAY-34).</summary>
    public static IReadOnlyList<string> Categories { get; } = ["reports", "prompts", "state", "manifests", "worker-results", "status", "sessions"];

    /// <summary>A run-seq override sets all categories (R-OPN-10).</summary>
    public static CategorySeqs All(RunSeq seq) => new(seq, seq, seq, seq, seq, seq, seq);

    /// <summary>From the form manifests keep; false when a category is missing or no counter.</summary>
    public static bool TryParse(IReadOnlyDictionary<string, string> sequences, [NotNullWhen(true)] out CategorySeqs? seqs)
    {
        var parsed = new RunSeq[Categories.Count];
        for (var index = 0; index < parsed.Length; index++)
        {
            if (!sequences.TryGetValue(Categories[index], out var text) || !RunSeq.TryParse(text, out parsed[index]))
            {
                seqs = null;
                return false;
            }
        }

        seqs = new CategorySeqs(parsed[0], parsed[1], parsed[2], parsed[3], parsed[4], parsed[5], parsed[6]);
        return true;
    }

    /// <summary>Directory name → counter, as manifests keep it.</summary>
    public IReadOnlyDictionary<string, string> ToDictionary()
    {
        RunSeq[] values = [Reports, Prompts, State, Manifests, WorkerResults, Status, Sessions];
        return Categories.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second.ToString(), StringComparer.Ordinal);
    }
}
