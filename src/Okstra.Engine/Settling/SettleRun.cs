using Okstra.Core.Convergence;
using Okstra.Core.Problems;
using Okstra.Engine.Auditing;
using Okstra.Engine.Dispatching;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Settling;

/// <summary>Runs one command, each time in a fresh worktree, so that nothing an earlier one left behind takes part; keeps its log.</summary>
internal sealed class SettleRun(RunServices services, RunBundle bundle, WorkerTrees trees, SettleBudget budget)
{
    private const int TailLines = 12;
    private const int TailLength = 2000;

    private readonly long _started = services.Time.GetTimestamp();

    public async Task<SettlementCommand> RunAsync(SettlementOrder order, int number, CancellationToken cancellationToken)
    {
        var (first, log) = await OnceAsync(order.Argv, cancellationToken);
        IReadOnlyList<SettlementRun> runs = [first];
        var kept = log;
        if (first is { ExitCode: not 0 } && order.Cited.Any(cited => SettlementVerdict.Of(cited, runs, log ?? "").Outcome == SettlementOutcome.Reproduced))
        {
            // A failure that comes and goes proves nothing about the claim.
            var (second, again) = await OnceAsync(order.Argv, cancellationToken);
            runs = [first, second];
            kept = $"{log}\n--- second run: {second.Ending} {second.ExitCode} ---\n{again}";
        }

        var path = bundle.Layout.SettlementLog(number);
        if (kept is not null)
        {
            services.Writer.Write(path, kept);
        }

        return new SettlementCommand
        {
            Argv = order.Argv,
            Declared = order.Declared,
            Runs = runs,
            LogPath = kept is null ? null : bundle.Layout.Relative(path),
            LogTail = Tail(log ?? ""),
            Verdicts = [.. order.Cited.Select(cited => SettlementVerdict.Of(cited, runs, log ?? ""))],
        };
    }

    private async Task<(SettlementRun Run, string? Log)> OnceAsync(IReadOnlyList<string> argv, CancellationToken cancellationToken)
    {
        var left = budget.Total - services.Time.GetElapsedTime(_started);
        if (left <= TimeSpan.Zero)
        {
            return (SettlementRun.NoTime, null);
        }

        string folder;
        try
        {
            folder = await trees.CheckTreeAsync(cancellationToken);
        }
        catch (UserErrorException refused)
        {
            return (SettlementRun.NoWorktree, refused.Message);
        }

        var recorded = await CheckRun.StartAsync(services.Runner, services.Host, argv, services.Ids.NewUuid(), folder, left < budget.Command ? left : budget.Command, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return recorded is null ? (SettlementRun.NotStarted, null) : (new SettlementRun(recorded.Ending, recorded.ExitCode), recorded.Log);
    }

    private static string Tail(string log)
    {
        var tail = string.Join('\n', log.TrimEnd().Split('\n').TakeLast(TailLines));
        return tail.Length <= TailLength ? tail : tail[^TailLength..];
    }
}
