using System.Globalization;
using System.Text;
using Okstra.Core.Problems;
using Okstra.Core.Sources;

namespace Okstra.Processes.Git;

/// <summary>Finds fixed strings in the files of a commit with <c>git grep</c>.</summary>
internal sealed class GitSearch(GitRepository repository, string commit)
{
    /// <summary>Linux refuses a single argument of 128 KiB; a pattern stays well below.</summary>
    private const int ArgumentBudget = 90_000;

    private const string Operators = @"\.[](){}*+?^$|";

    private const long OutputBudget = 16 * 1024 * 1024;
    private const int ContentLength = 400;

    public async Task<IReadOnlyList<SourceHit>> FindAsync(IReadOnlyCollection<string> texts, int maxHitsPerText, CancellationToken cancellationToken)
    {
        var searched = texts.Where(IsSearchable).Distinct(StringComparer.Ordinal).ToList();
        var hits = searched.ToDictionary(text => text, _ => new List<SourceHit>(), StringComparer.Ordinal);
        foreach (var chunk in Chunks(searched))
        {
            await CollectAsync(chunk, maxHitsPerText, hits, cancellationToken);
        }

        return [.. searched.SelectMany(text => hits[text])];
    }

    // A line holds neither line ends nor NUL, and git would read a pattern with a newline as two.
    private static bool IsSearchable(string text) =>
        text.Length > 0 && Encoding.UTF8.GetByteCount(Escape(text)) < ArgumentBudget && !text.AsSpan().ContainsAny('\n', '\r', '\0');

    private static IEnumerable<List<string>> Chunks(List<string> texts)
    {
        var chunk = new List<string>();
        var size = 0;
        foreach (var text in texts)
        {
            var cost = Encoding.UTF8.GetByteCount(Escape(text)) + 1;
            if (chunk.Count > 0 && size + cost > ArgumentBudget)
            {
                yield return chunk;
                (chunk, size) = ([], 0);
            }

            chunk.Add(text);
            size += cost;
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }

    private async Task CollectAsync(List<string> texts, int maxHitsPerText, Dictionary<string, List<SourceHit>> hits, CancellationToken cancellationToken)
    {
        // One pattern with alternatives: with several fixed patterns git looks ahead for each of them from every hit,
        // which took 50 s of processor time for two words in a file of 20 MB; this takes 0.1 s.
        var pattern = string.Join('|', texts.Select(Escape));
        string[] arguments = ["grep", "--line-number", "-I", "--extended-regexp", "--no-color", "--full-name", "--null", "-e", pattern, commit, "--"];
        var result = await repository.Git.RunAsync(repository.Root, arguments, null, OutputBudget, cancellationToken);
        if (result.Truncated && texts.Count > 1)
        {
            // One frequent text must not hide the hits of the others.
            await CollectAsync(texts[..(texts.Count / 2)], maxHitsPerText, hits, cancellationToken);
            await CollectAsync(texts[(texts.Count / 2)..], maxHitsPerText, hits, cancellationToken);
            return;
        }

        // Exit code 1 is git's "no match".
        if (result.ExitCode > 1 && !result.Truncated)
        {
            throw new UserErrorException("OKS2017", $"git could not search {commit}: {result.Complaint}", "look at the repository with git status");
        }

        foreach (var (path, line, content) in Parse(result.Output))
        {
            foreach (var text in texts.Where(text => hits[text].Count < maxHitsPerText && content.Contains(text, StringComparison.Ordinal)))
            {
                hits[text].Add(new SourceHit(text, path, line, Cut(content)));
            }
        }
    }

    /// <summary>Sample: <c>&lt;commit&gt;:src/a b.cs NUL 12 NUL the line LF</c>; older versions of git print a colon after the number. A path may contain anything but NUL.</summary>
    private IEnumerable<(string Path, int Line, string Content)> Parse(string output)
    {
        for (var position = 0; position < output.Length;)
        {
            var pathEnd = output.IndexOf('\0', position);
            var numberEnd = pathEnd < 0 ? -1 : output.AsSpan(pathEnd + 1).IndexOfAny('\0', ':') + pathEnd + 1;
            var contentEnd = numberEnd <= pathEnd ? -1 : output.IndexOf('\n', numberEnd);
            if (contentEnd < 0 || !int.TryParse(output.AsSpan(pathEnd + 1, numberEnd - pathEnd - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line))
            {
                // The rest was cut off by the output limit.
                yield break;
            }

            yield return (output[(position + commit.Length + 1)..pathEnd], line, output[(numberEnd + 1)..contentEnd].TrimEnd('\r'));
            position = contentEnd + 1;
        }
    }

    private static string Escape(string text) =>
        string.Concat(text.Select(letter => Operators.Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : letter.ToString()));

    private static string Cut(string content)
    {
        if (content.Length <= ContentLength)
        {
            return content;
        }

        return char.IsHighSurrogate(content[ContentLength - 1]) ? content[..(ContentLength - 1)] : content[..ContentLength];
    }
}
