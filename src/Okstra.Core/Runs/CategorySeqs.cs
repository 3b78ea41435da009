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
    /// <summary>A run-seq override sets all categories (R-OPN-10).</summary>
    public static CategorySeqs All(RunSeq seq) => new(seq, seq, seq, seq, seq, seq, seq);
}
