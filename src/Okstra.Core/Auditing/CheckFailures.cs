using System.Text.RegularExpressions;

namespace Okstra.Core.Auditing;

/// <summary>Reads the output of test runners, linters and compilers.</summary>
public static class CheckFailures
{
    private const int Most = 12;

    /// <summary>Failures are summed up at the end of a log.</summary>
    private const int LongestLog = 200 * 1024;

    // Go prints the bare file name of the package:  cart_test.go:12: got 1
    private static readonly Regex Place = new(@"(?<path>[A-Za-z0-9_@.+/\\-]*[A-Za-z0-9_+-]\.[A-Za-z]{1,6})(?::\[|:|\(|, line |:line )(?<line>[0-9]+)", RegexOptions.NonBacktracking);

    private static readonly Regex Warned = new(@"\bwarning\b|\bnote\b|\bhint\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    private static readonly Regex Telling = new(@"\b(?:[0-9]+ (?:failed|failures?|errors?|failing)|FAIL(?:ED|URES?)?|errors?|failures?|not ok|panicked|assert\w*)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    /// <summary>Places in the tree: for a stack its innermost own source line, otherwise what the log names; source before tests, each place once.</summary>
    /// <param name="log">Without control characters.</param>
    /// <param name="index">Of the tree.</param>
    public static IReadOnlyList<CheckFailure> Parse(string log, PathIndex index)
    {
        var text = log.Length > LongestLog ? log[^LongestLog..] : log;
        var lines = text.Split('\n').Select(line => new BriefLine(line.TrimEnd(), true, false)).ToList();
        var frames = FrameParser.Parse(lines, out var consumed);
        var failures = new List<CheckFailure>();
        foreach (var trace in frames.GroupBy(frame => frame.Trace))
        {
            var own = trace
                .OrderBy(frame => frame.Depth)
                .Select(frame => (frame, path: index.ResolveFrame(frame.Path)))
                .Where(entry => entry.path is not null && entry.frame.Line is not null)
                .ToList();
            if (own.Count > 0)
            {
                var (frame, path) = own.Find(entry => FileKind.IsSource(entry.path!)) is { path: not null } source ? source : own[0];
                failures.Add(new CheckFailure(path!, frame.Line!.Value, LogLine(lines, frame)));
            }
        }

        for (var number = 0; number < lines.Count; number++)
        {
            if (consumed.Contains(number) || Warned.IsMatch(lines[number].Text))
            {
                continue;
            }

            foreach (Match match in Place.Matches(lines[number].Text))
            {
                if (int.TryParse(match.Groups["line"].Value, out var line) && line > 0 && Resolve(index, match.Groups["path"].Value) is { } path)
                {
                    failures.Add(new CheckFailure(path, line, lines[number].Text.Trim()));
                }
            }
        }

        return [.. failures.DistinctBy(failure => (failure.Path, failure.Line)).OrderBy(failure => FileKind.IsSource(failure.Path) ? 0 : 1).Take(Most)];
    }

    /// <summary>The last line that says how it went; the last line at all when none does; empty for an empty log.</summary>
    public static string TellingLine(string log)
    {
        var lines = (log.Length > LongestLog ? log[^LongestLog..] : log).Split('\n').Select(line => line.Trim()).Where(line => line.Length >= 4).ToList();
        return Cut(lines.LastOrDefault(line => Telling.IsMatch(line)) ?? lines.LastOrDefault() ?? "");
    }

    private static string? Resolve(PathIndex index, string printed) =>
        index.ResolveFrame(FramePath.Clean(printed)) ?? (index.ResolveMention(FramePath.Clean(printed), 2) is [var only] ? only : null);

    private static string LogLine(List<BriefLine> lines, TraceFrame frame)
    {
        var name = frame.Path[(frame.Path.LastIndexOf('/') + 1)..];
        var number = frame.Line!.Value.ToString();
        return Cut(lines.Find(line => line.Text.Contains(name, StringComparison.Ordinal) && line.Text.Contains(number, StringComparison.Ordinal))?.Text.Trim() ?? "");
    }

    private static string Cut(string line) => line.Length > 400 ? line[..400] : line;
}
