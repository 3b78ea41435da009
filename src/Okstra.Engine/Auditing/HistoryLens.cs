using Okstra.Core.Auditing;
using Okstra.Core.Findings;

namespace Okstra.Engine.Auditing;

/// <summary>Judges one range of lines by who changed it, when and why.</summary>
internal sealed class HistoryLens(AuditContext context, GitHistory history, HistoryRanking ranking)
{
    /// <summary>Young enough that few users have run it: among the newest tenth of the commits read.</summary>
    private const double YoungShare = 0.1;

    private const int FewestRepairs = 3;

    private const int FewestLetters = 12;

    /// <summary>What history says about the range; null when nothing in it bears on the report.</summary>
    public async Task<HistoryEvidence?> LookAsync(string path, int start, int end, CancellationToken cancellationToken)
    {
        if (await context.Tree.ReadTextAsync(path, cancellationToken) is not { } text)
        {
            return null;
        }

        var lines = text.Split('\n');
        var first = Math.Clamp(start, 1, lines.Length);
        if (await history.BlameAsync(path, first, Math.Clamp(end, first, lines.Length), cancellationToken) is not { } blamed)
        {
            return null;
        }

        var match = ranking.MatchOf(blamed.Sha);
        var record = ranking.Commits.FirstOrDefault(commit => commit.Sha == blamed.Sha);
        var repairs = ranking.ChangesOf(path).Where(commit => commit.IsRepair).ToList();
        var date = blamed.At.ToString("yyyy-MM-dd");
        var reason = match is not null ? $"these lines were last changed on {date} by a commit that speaks of {string.Join(", ", match.Shared.Select(term => $"`{term}`"))} like the report"
            : record is not null && record.Age < Math.Max(3, ranking.Commits.Count * YoungShare) ? $"these lines were last changed on {date}, among the newest changes before the inspected commit"
            : record is not null && repairs.Count >= FewestRepairs ? $"these lines changed on {date} in a file that was repaired {repairs.Count} times in the history read"
            : null;
        return reason is not null && QuotePicker.At(path, lines, Telling(blamed.Lines, lines, (start + end) / 2)) is { } place
            ? new HistoryEvidence(reason, [place, new Citation.Commit { Sha = blamed.Sha, Quote = blamed.Subject }], match is not null)
            : null;
    }

    /// <summary>The line nearest to the middle of the range that says enough to be quoted alone.</summary>
    private static int Telling(IReadOnlyList<int> written, string[] lines, int middle) => written
        .Where(number => number <= lines.Length)
        .OrderBy(number => lines[number - 1].Count(letter => !char.IsWhiteSpace(letter)) >= FewestLetters ? 0 : 1)
        .ThenBy(number => Math.Abs(number - middle))
        .FirstOrDefault(middle);
}
