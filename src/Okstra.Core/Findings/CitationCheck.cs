using Okstra.Core.Convergence;
using Okstra.Core.Sources;

namespace Okstra.Core.Findings;

/// <summary>Decides by code whether a citation carries a claim (design: evidence is checked by code).</summary>
/// <param name="tree">The frozen source.</param>
/// <param name="commands">The log of a recorded command by its arguments; null when this run did not execute it.</param>
public sealed class CitationCheck(ISourceTree tree, Func<IReadOnlyList<string>, CommandLog?> commands)
{
    private const int MinShaLength = 7;

    /// <summary>All findings of an answer, ready for clustering.</summary>
    public async Task<WorkerFindings> CheckAnswerAsync(string worker, WorkerAnswer answer, CancellationToken cancellationToken)
    {
        var evidence = await CheckManyAsync(worker, [.. answer.Findings.Select(finding => finding.Evidence)], cancellationToken);
        return new WorkerFindings(worker, [.. answer.Findings.Select((finding, index) => new CheckedFinding(finding, evidence[index]))]);
    }

    /// <summary>All votes of an answer, ready for counting.</summary>
    public async Task<IReadOnlyList<CheckedVote>> CheckVotesAsync(string worker, ReverifyAnswer answer, CancellationToken cancellationToken)
    {
        var evidence = await CheckManyAsync(worker, [.. answer.Votes.Select(vote => vote.Citations)], cancellationToken);
        return [.. answer.Votes.Select((vote, index) => new CheckedVote(vote.FindingId, vote.Vote, vote.Reason, evidence[index]))];
    }

    /// <summary>Every citation of one finding or vote, in its order.</summary>
    public async Task<IReadOnlyList<Evidence>> CheckAllAsync(string worker, IReadOnlyList<Citation> citations, CancellationToken cancellationToken) =>
        (await CheckManyAsync(worker, [citations], cancellationToken))[0];

    public Task<Evidence> CheckAsync(string worker, Citation citation, CancellationToken cancellationToken) => CheckAsync(worker, citation, new LastRead(), cancellationToken);

    // In the order of what they cite, so that a file cited a thousand times is read once and only one is held.
    private async Task<IReadOnlyList<IReadOnlyList<Evidence>>> CheckManyAsync(string worker, IReadOnlyList<IReadOnlyList<Citation>> lists, CancellationToken cancellationToken)
    {
        var last = new LastRead();
        var evidence = lists.Select(list => new Evidence[list.Count]).ToList();
        var places = lists.SelectMany((list, outer) => list.Select((citation, inner) => (citation, outer, inner)));
        foreach (var (citation, outer, inner) in places.OrderBy(place => SourceOf(place.citation), StringComparer.Ordinal))
        {
            evidence[outer][inner] = await CheckAsync(worker, citation, last, cancellationToken);
        }

        return evidence;
    }

    private static string SourceOf(Citation citation) => citation switch
    {
        Citation.File file => file.Path,
        Citation.Commit commit => commit.Sha,
        _ => "",
    };

    private async Task<Evidence> CheckAsync(string worker, Citation citation, LastRead last, CancellationToken cancellationToken) => citation switch
    {
        Citation.File file => await FileAsync(worker, file, last, cancellationToken),
        Citation.Commit commit => await CommitAsync(worker, commit, last, cancellationToken),
        Citation.Command command => Command(worker, command),
        Citation.Mcp mcp => Of(worker, mcp, "mcp", CitationVerdict.Unchecked, "okstra has no access to this server") with
        {
            Server = mcp.Server,
            Table = mcp.Table,
            Select = mcp.Select,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(citation), citation, "not a citation"),
    };

    private async Task<Evidence> FileAsync(string worker, Citation.File file, LastRead last, CancellationToken cancellationToken)
    {
        var cited = Of(worker, file, "file", CitationVerdict.Fails, null) with { Path = file.Path, StartLine = file.StartLine, EndLine = file.EndLine };
        if (!CitationPath.TryAccept(file.Path, out var path, out var refusal))
        {
            return cited with { Note = refusal };
        }

        if (QuoteMatch.IsTooShort(file.Quote))
        {
            return cited with { Note = $"the quote has fewer than {QuoteMatch.MinLength} characters" };
        }

        var text = await last.GetAsync("file:" + path, () => tree.ReadTextAsync(path, cancellationToken));
        if (text is null)
        {
            return cited with { Note = "no such readable file in the inspected source" };
        }

        var place = text.Find(file.Quote, file.StartLine, file.EndLine);
        return cited with
        {
            Path = path,
            Check = place.Verdict,
            StartLine = place.StartLine,
            EndLine = place.EndLine,
            Note = place.Verdict switch
            {
                CitationVerdict.Moved => $"cited at {file.StartLine}-{file.EndLine}",
                CitationVerdict.Fails => "the quote does not occur in this file",
                _ => null,
            },
        };
    }

    private async Task<Evidence> CommitAsync(string worker, Citation.Commit commit, LastRead last, CancellationToken cancellationToken)
    {
        var cited = Of(worker, commit, "commit", CitationVerdict.Fails, null) with { Sha = commit.Sha };
        var sha = commit.Sha.Trim();
        if (sha.Length is < MinShaLength or > 64 || !sha.All(char.IsAsciiHexDigit))
        {
            return cited with { Note = $"refused: a commit is cited by {MinShaLength} or more hexadecimal digits" };
        }

        var text = await last.GetAsync("commit:" + sha, () => tree.ReadCommitAsync(sha, cancellationToken));
        if (text is null)
        {
            return cited with { Note = "no such commit" };
        }

        return string.IsNullOrWhiteSpace(commit.Quote) || text.Contains(commit.Quote)
            ? cited with { Check = CitationVerdict.Holds }
            : cited with { Note = "the quote does not occur in the commit's message or paths" };
    }

    private Evidence Command(string worker, Citation.Command command)
    {
        var cited = Of(worker, command, "command", CitationVerdict.Fails, null) with { Argv = command.Argv, ExitCode = command.ExitCode };
        if (commands(command.Argv) is not { } recorded)
        {
            return cited with { Note = "no recorded log of this command in this run" };
        }

        if (recorded.ExitCode != command.ExitCode)
        {
            return cited with { Note = $"the recorded exit code is {recorded.ExitCode}" };
        }

        return string.IsNullOrWhiteSpace(command.Quote) || new QuotableText(recorded.Log).Contains(command.Quote)
            ? cited with { Check = CitationVerdict.Holds }
            : cited with { Note = "the quote does not occur in the recorded log" };
    }

    private static Evidence Of(string worker, Citation citation, string kind, CitationVerdict verdict, string? note) =>
        new() { Kind = kind, Quote = citation.Quote, Check = verdict, Worker = worker, Note = note };

    private sealed class LastRead
    {
        private string? _source;
        private QuotableText? _text;

        public async Task<QuotableText?> GetAsync(string source, Func<Task<string?>> read)
        {
            if (!string.Equals(source, _source, StringComparison.Ordinal))
            {
                _text = await read() is { } text ? new QuotableText(text) : null;
                _source = source;
            }

            return _text;
        }
    }
}
