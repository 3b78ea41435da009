namespace Okstra.Core.Markdown;

/// <summary>A fenced block of code.</summary>
/// <param name="Line">Of its opening fence.</param>
/// <param name="Column">Of its opening fence.</param>
/// <param name="Text">Between the fences.</param>
public sealed record MarkdownFence(int Line, int Column, string Text) : MarkdownBlock(Line, Column)
{
    /// <summary>The marks a fenced block opens with; empty when the line opens none.</summary>
    // ```diff
    public static string Opening(string line)
    {
        var text = line.AsSpan().TrimStart(' ');
        if (line.Length - text.Length > 3 || text.Length < 3 || text[0] is not ('`' or '~'))
        {
            return "";
        }

        var run = text.IndexOfAnyExcept(text[0]);
        run = run < 0 ? text.Length : run;

        // What looks like an info string with a back-tick in it is a code span at the start of a line.
        return run >= 3 && !(text[0] == '`' && text[run..].Contains('`')) ? new string(text[0], run) : "";
    }

    /// <summary>Whether the line closes a block that was opened with those marks.</summary>
    public static bool Closes(string line, string opening)
    {
        var text = line.AsSpan().Trim();
        return text.Length >= opening.Length && !text.ContainsAnyExcept(opening[0]);
    }
}
