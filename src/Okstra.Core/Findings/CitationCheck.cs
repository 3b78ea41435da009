using Okstra.Core.Sources;

namespace Okstra.Core.Findings;

/// <summary>Decides by code whether a citation carries a claim (design: evidence is checked by code).</summary>
/// <param name="tree">The frozen source.</param>
/// <param name="commands">The log of a recorded command by its arguments; null when this run did not execute it.</param>
public sealed class CitationCheck(ISourceTree tree, Func<IReadOnlyList<string>, CommandLog?> commands)
{
    private const int MinShaLength = 7;

    /// <summary>Every citation of one answer or vote, in its order.</summary>
    public async Task<IReadOnlyList<Evidence>> CheckAllAsync(string worker, IReadOnlyList<Citation> citations, CancellationToken cancellationToken)
    {
        var evidence = new List<Evidence>(citations.Count);
        foreach (var citation in citations)
        {
            evidence.Add(await CheckAsync(worker, citation, cancellationToken));
        }

        return evidence;
    }

    public async Task<Evidence> CheckAsync(string worker, Citation citation, CancellationToken cancellationToken) => citation switch
    {
        Citation.File file => await FileAsync(worker, file, cancellationToken),
        Citation.Commit commit => await CommitAsync(worker, commit, cancellationToken),
        Citation.Command command => Command(worker, command),
        Citation.Mcp mcp => Of(worker, mcp, "mcp", CitationVerdict.Unchecked, "okstra has no access to this server") with
        {
            Server = mcp.Server,
            Table = mcp.Table,
            Select = mcp.Select,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(citation), citation, "not a citation"),
    };

    private async Task<Evidence> FileAsync(string worker, Citation.File file, CancellationToken cancellationToken)
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

        var text = await tree.ReadTextAsync(path, cancellationToken);
        if (text is null)
        {
            return cited with { Note = "no such readable file in the inspected source" };
        }

        var place = QuoteMatch.Find(text, file.Quote, file.StartLine, file.EndLine);
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

    private async Task<Evidence> CommitAsync(string worker, Citation.Commit commit, CancellationToken cancellationToken)
    {
        var cited = Of(worker, commit, "commit", CitationVerdict.Fails, null) with { Sha = commit.Sha };
        var sha = commit.Sha.Trim();
        if (sha.Length is < MinShaLength or > 64 || !sha.All(char.IsAsciiHexDigit))
        {
            return cited with { Note = $"refused: a commit is cited by {MinShaLength} or more hexadecimal digits" };
        }

        var text = await tree.ReadCommitAsync(sha, cancellationToken);
        if (text is null)
        {
            return cited with { Note = "no such commit" };
        }

        return string.IsNullOrWhiteSpace(commit.Quote) || QuoteMatch.Occurs(text, commit.Quote)
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

        return string.IsNullOrWhiteSpace(command.Quote) || QuoteMatch.Occurs(recorded.Log, command.Quote)
            ? cited with { Check = CitationVerdict.Holds }
            : cited with { Note = "the quote does not occur in the recorded log" };
    }

    private static Evidence Of(string worker, Citation citation, string kind, CitationVerdict verdict, string? note) =>
        new() { Kind = kind, Quote = citation.Quote, Check = verdict, Worker = worker, Note = note };
}
