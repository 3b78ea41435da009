using Okstra.Core.Auditing;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;

namespace Okstra.Engine.Auditing;

/// <summary>Votes by what the recorded checks showed.</summary>
internal static class CheckVotes
{
    public static async Task<IReadOnlyList<VoteAnswer>> CastAsync(AuditContext context, IReadOnlyList<ClusteredFinding> findings, IReadOnlyList<RecordedCommand> runs, PathIndex index, CancellationToken cancellationToken)
    {
        var failures = runs.Where(run => run.ExitCode != 0).SelectMany(run => CheckFailures.Parse(run.Log, index).Select(failure => (run, failure))).ToList();
        var votes = new List<VoteAnswer>();
        foreach (var finding in findings)
        {
            votes.Add(Contradicted(finding, runs) ?? await AgreeAsync(context, finding, failures, cancellationToken) ?? Repeated(finding, runs)
                ?? Votes.Unverifiable(finding, "No confirmed check fails at the cited lines; a passing check neither confirms nor contradicts the claim."));
        }

        return votes;
    }

    private static VoteAnswer? Contradicted(ClusteredFinding finding, IReadOnlyList<RecordedCommand> runs)
    {
        foreach (var cited in finding.Evidence.Where(evidence => evidence is { Kind: "command", Argv: not null, ExitCode: not null }))
        {
            if (runs.FirstOrDefault(run => run.Argv.SequenceEqual(cited.Argv!) && run.Ending == "exited") is { } run && run.ExitCode != cited.ExitCode)
            {
                return Votes.Disagree(finding, $"`{string.Join(' ', run.Argv)}` exits with {run.ExitCode}, not with {cited.ExitCode}.", CheckFindings.Cite(run, ""));
            }
        }

        return null;
    }

    private static async Task<VoteAnswer?> AgreeAsync(AuditContext context, ClusteredFinding finding, List<(RecordedCommand Run, CheckFailure Failure)> failures, CancellationToken cancellationToken)
    {
        foreach (var (path, start, end) in Votes.Places(finding))
        {
            var (run, failure) = failures.Find(entry => entry.Failure.Path == path && entry.Failure.Line >= start - Votes.Tolerance && entry.Failure.Line <= end + Votes.Tolerance);
            if (run is not null && await context.Tree.ReadTextAsync(path, cancellationToken) is { } text && QuotePicker.At(path, text.Split('\n'), failure.Line) is { } place)
            {
                return Votes.Agree(finding, $"`{string.Join(' ', run.Argv)}` fails at {path}:{failure.Line}.", [place, CheckFindings.Cite(run, failure.LogLine)]);
            }
        }

        return null;
    }

    /// <summary>A claim that rests on a command alone is confirmed by the recorded run of that command.</summary>
    private static VoteAnswer? Repeated(ClusteredFinding finding, IReadOnlyList<RecordedCommand> runs)
    {
        var cited = finding.Evidence.Where(evidence => evidence is { Kind: "command", Carries: true, Argv: not null }).ToList();
        return Votes.Places(finding).Count == 0 && cited.Count > 0 && runs.FirstOrDefault(run => run.Argv.SequenceEqual(cited[0].Argv!) && run.ExitCode == cited[0].ExitCode) is { } run
            ? Votes.Agree(finding, $"`{string.Join(' ', run.Argv)}` exits with {run.ExitCode}, as recorded.", [CheckFindings.Cite(run, "")])
            : null;
    }
}
