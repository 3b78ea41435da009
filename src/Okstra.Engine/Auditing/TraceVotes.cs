using Okstra.Core.Auditing;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;

namespace Okstra.Engine.Auditing;

/// <summary>Looks for what the brief names in the lines a claim cites.</summary>
internal static class TraceVotes
{
    public static async Task<ReverifyAnswer> CastAsync(AuditContext context, IReadOnlyList<ClusteredFinding> findings, CancellationToken cancellationToken)
    {
        var signals = BriefParser.Parse(context.BriefText);
        var frames = await BriefFrames.InRepositoryAsync(context.Tree, context.BriefText, cancellationToken);
        var votes = new List<VoteAnswer>();
        foreach (var finding in findings)
        {
            votes.Add(await VoteAsync(context, finding, signals, frames, cancellationToken));
        }

        return new ReverifyAnswer { Votes = votes };
    }

    private static async Task<VoteAnswer> VoteAsync(AuditContext context, ClusteredFinding finding, BriefSignals signals, IReadOnlyList<Core.Sources.SourcePlace> frames, CancellationToken cancellationToken)
    {
        foreach (var (path, start, end) in Votes.Places(finding))
        {
            if (await context.Tree.ReadTextAsync(path, cancellationToken) is not { } text)
            {
                continue;
            }

            var lines = text.Split('\n');
            if (RegionSignals.Find(lines, Math.Max(1, start - Votes.Tolerance), Math.Min(lines.Length, end + Votes.Tolerance), signals, [.. frames.Where(frame => frame.Path == path).Select(frame => frame.Line)]) is { } found
                && QuotePicker.At(path, lines, found.Line) is { } citation)
            {
                return Votes.Agree(finding, $"Within the cited lines of {path} {found.Reason}.", [citation]);
            }
        }

        return await Contradiction.FindAsync(context.Tree, finding, cancellationToken)
            ?? Votes.Unverifiable(finding, "Nothing the report names stands in the cited lines; this lens can neither confirm nor contradict the claim.");
    }
}
