using System.Text.RegularExpressions;

namespace Okstra.Core.Auditing;

/// <summary>Finds the stack traces of a report.</summary>
internal static class FrameParser
{
    /// <summary>Source lines, markers and elided frames may stand between two frames of one trace.</summary>
    private const int WidestGap = 6;

    private const int MostFrames = 400;

    private static readonly Regex NumberedCall = new(@"^\s*[0-9]+: +(?:0x[0-9a-f]+ - )?(?<symbol>[\w:<>{}$]+)\s*$", RegexOptions.NonBacktracking);

    private static readonly Regex GoCall = new(@"^(?<symbol>[\w./@*()\-]+)\(", RegexOptions.NonBacktracking);

    /// <summary>Root trace first, innermost frame first; <paramref name="consumed"/> holds the lines that are part of a trace.</summary>
    public static IReadOnlyList<TraceFrame> Parse(IReadOnlyList<BriefLine> lines, out HashSet<int> consumed)
    {
        consumed = [];
        var traces = new List<Trace>();
        for (var index = 0; index < lines.Count && traces.Sum(trace => trace.Frames.Count) < MostFrames; index++)
        {
            if (Match(lines, index) is not { } frame)
            {
                continue;
            }

            consumed.Add(index);
            var current = traces.Count > 0 ? traces[^1] : null;
            if (current is null || current.Family != frame.Family || index - current.LastLine > WidestGap || StartsAnother(lines, current.LastLine, index))
            {
                current = new Trace(frame.Family, frame.InnermostLast || ReadsDownwards(lines, index), index);
                traces.Add(current);
            }

            current.LastLine = index;
            current.Frames.Add((frame.Path, frame.Line, frame.Symbol, frame.Source));
            if (frame.Source.Length > 0)
            {
                consumed.Add(index + 1);
            }
        }

        return [.. RootFirst(traces, lines).SelectMany((trace, number) => trace.InnermostFirst().Select((frame, depth) => new TraceFrame
        {
            Path = frame.Path,
            Line = frame.Line,
            Symbol = frame.Symbol,
            Trace = number,
            Depth = depth,
            SourceText = frame.Source,
        }))];
    }

    private static (string Family, bool InnermostLast, string Path, int? Line, string Symbol, string Source)? Match(IReadOnlyList<BriefLine> lines, int index)
    {
        var text = lines[index].Text;
        foreach (var pattern in FramePattern.All)
        {
            var match = pattern.Pattern.Match(text);
            if (!match.Success)
            {
                continue;
            }

            var symbol = match.Groups["symbol"].Value;
            var path = FramePath.Clean(match.Groups["path"].Value);
            if (pattern.Family == "jvm")
            {
                path = FramePath.OfJvm(symbol, path);
            }

            if (symbol.Length == 0 && index > 0)
            {
                symbol = pattern.Family switch
                {
                    "go" => GoCall.Match(lines[index - 1].Text.TrimStart()).Groups["symbol"].Value,
                    "rust" => NumberedCall.Match(lines[index - 1].Text).Groups["symbol"].Value,
                    _ => "",
                };
            }

            var source = pattern.Family == "python" && index + 1 < lines.Count && lines[index + 1].Text.TrimStart() is { Length: > 0 } next && !next.StartsWith("File \"", StringComparison.Ordinal)
                ? next
                : "";
            int? line = int.TryParse(match.Groups["line"].Value, out var number) && number > 0 ? number : null;
            return (pattern.Family, pattern.InnermostLast, path, line, symbol, source);
        }

        return null;
    }

    private static bool StartsAnother(IReadOnlyList<BriefLine> lines, int from, int to)
    {
        for (var index = from + 1; index < to; index++)
        {
            var text = lines[index].Text.TrimStart();
            if (text.StartsWith("Caused by:", StringComparison.Ordinal)
                || text.StartsWith("Traceback (", StringComparison.Ordinal)
                || text.StartsWith("goroutine ", StringComparison.Ordinal)
                || text.StartsWith("Suppressed:", StringComparison.Ordinal)
                || text.StartsWith("--- End of inner", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // Ruby 2.5 to 2.7 print "Traceback (most recent call last):" and then outermost first.
    private static bool ReadsDownwards(IReadOnlyList<BriefLine> lines, int index) =>
        index > 0 && lines[index - 1].Text.Contains("most recent call last", StringComparison.Ordinal);

    /// <summary>Java names the root last, .NET and Python's explicit chains first, an exception while handling another is the one reported.</summary>
    private static List<Trace> RootFirst(List<Trace> traces, IReadOnlyList<BriefLine> lines)
    {
        var ordered = new List<Trace>();
        var chain = new List<Trace>();
        foreach (var trace in traces)
        {
            var between = chain.Count == 0 ? [] : lines.Skip(chain[^1].LastLine).Take(trace.FirstLine - chain[^1].LastLine).Select(line => line.Text);
            var later = between.Any(text => text.Contains("Caused by:", StringComparison.Ordinal) || text.Contains("During handling of the above", StringComparison.Ordinal));
            if (chain.Count > 0 && later)
            {
                chain.Insert(0, trace);
                continue;
            }

            ordered.AddRange(chain);
            chain = [trace];
        }

        ordered.AddRange(chain);
        return ordered;
    }

    private sealed class Trace(string family, bool innermostLast, int firstLine)
    {
        public string Family { get; } = family;

        public int FirstLine { get; } = firstLine;

        public int LastLine { get; set; } = firstLine;

        public List<(string Path, int? Line, string Symbol, string Source)> Frames { get; } = [];

        public IEnumerable<(string Path, int? Line, string Symbol, string Source)> InnermostFirst() => innermostLast ? Enumerable.Reverse(Frames) : Frames;
    }
}
