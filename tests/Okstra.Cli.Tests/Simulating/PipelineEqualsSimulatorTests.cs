using Okstra.Core.Convergence;
using Okstra.Core.Simulation;

namespace Okstra.Cli.Tests.Simulating;

public sealed class PipelineEqualsSimulatorTests
{
    private const int Findings = 100;

    [Theory]
    [InlineData(7, 2, "evidence")]
    [InlineData(8, 3, "evidence")]
    [InlineData(9, 5, "evidence")]
    [InlineData(10, 2, "classic")]
    [InlineData(11, 3, "classic")]
    [InlineData(12, 5, "classic")]
    public async Task A_real_run_gives_every_finding_the_class_the_simulator_gives_it(ulong seed, int workers, string policy)
    {
        var change = DrawnRun.Draw(seed, workers, Findings);
        var run = new DrawnRun(change, workers, policy);

        var document = await run.RunAsync();

        Same(run.Simulated, document);
        Assert.Contains(document.Findings, finding => SimulatedConvergence.IsAccepted(finding.Classification));
        Assert.Contains(document.Findings, finding => !SimulatedConvergence.IsAccepted(finding.Classification));
    }

    [Theory]
    [InlineData(21, 3, "evidence", 0b001, 0b000)]
    [InlineData(22, 3, "evidence", 0b000, 0b010)]
    [InlineData(23, 5, "classic", 0b00100, 0b01010)]
    public async Task A_worker_with_empty_answers_counts_for_nothing_in_both(ulong seed, int workers, string policy, int emptyAnalysis, int emptyVotes)
    {
        var change = DrawnRun.Draw(seed, workers, Findings, emptyAnalysis, emptyVotes);
        var run = new DrawnRun(change, workers, policy);

        var document = await run.RunAsync();

        Same(run.Simulated, document);
        Assert.Equal(workers - int.PopCount(emptyAnalysis), document.Voters.Count);
        Assert.Equal(int.PopCount(emptyVotes), document.SkippedWorkers.Count);
    }

    private static void Same(ConvergenceState simulated, ConvergenceDocument document)
    {
        Assert.Equal(simulated.Findings.Count, document.Findings.Count);
        Assert.Equal(
            simulated.Findings.Select((finding, index) => (index, Authors: string.Join(',', finding.Finding.Authors), finding.Classification!.Value)),
            document.Findings.Select(finding => (Index: DrawnRun.IndexOf(finding.Finding.Title), Authors: string.Join(',', finding.Finding.Authors), finding.Classification)).OrderBy(finding => finding.Index));
        Assert.All(document.FinalClassificationCounts, count => Assert.Equal(simulated.Findings.Count(finding => finding.Classification!.Value.Token() == count.Key), count.Value));
        Assert.Equal(simulated.Findings.Sum(finding => finding.Votes.Count), document.RoundHistory.Sum(round => round.Dispatches.Sum(dispatch => dispatch.FindingIds.Count)));
    }
}
