using System.Text.RegularExpressions;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Core.Approvals;

/// <summary>Writes the user's approval into the text of a plan (R-CLI-019, R-OPN-51); whatever else stands there stays, to the last character.</summary>
public static partial class Acknowledgement
{
    /// <summary>The text with the approval and its audit line; null when it has no place for one (R-OPN-52).</summary>
    /// <param name="markdown">As it is on disk.</param>
    /// <param name="isGiven">A valid mark is there already and is left alone.</param>
    /// <param name="at">UTC, ISO-8601.</param>
    public static string? Into(string markdown, bool isGiven, string at)
    {
        if (markdown.StartsWith('\uFEFF'))
        {
            return Into(markdown[1..], isGiven, at) is { } rest ? $"\uFEFF{rest}" : null;
        }

        var body = FrontMatterBlock.Parse(markdown).BodyStart;
        var front = ExactLines.Of(markdown[..body]);
        var lines = ExactLines.Of(markdown[body..]);
        var box = lines.FindIndex(line => ApprovalLines.IsBox(line.Text));
        if (!isGiven)
        {
            if (box < 0 && front.Count == 0)
            {
                return null;
            }

            if (box >= 0)
            {
                lines[box] = lines[box] with { Text = ApprovalLines.Ticked(lines[box].Text) };
            }

            Approve(front);
        }

        var anchor = box >= 0 ? box : lines.FindIndex(line => ApprovalLines.IsMark(line.Text));
        Append(front, lines, anchor, ApprovalLines.Audit(at));
        return ExactLines.Join(front.Concat(lines));
    }

    private static void Append(List<ExactLine> front, List<ExactLine> lines, int anchor, string audit)
    {
        if (lines.Count == 0)
        {
            lines.Add(new ExactLine(audit, ExactLines.Usual(front)));
            return;
        }

        anchor = anchor < 0 ? lines.Count - 1 : anchor;
        while (anchor + 1 < lines.Count && ApprovalLines.IsAudit(lines[anchor + 1].Text))
        {
            anchor++;
        }

        ExactLines.InsertAfter(lines, anchor, audit);
    }

    private static void Approve(List<ExactLine> front)
    {
        if (front.Count == 0)
        {
            return;
        }

        var known = front.FindIndex(line => Approved().IsMatch(line.Text));
        if (known >= 0)
        {
            var parts = Approved().Match(front[known].Text);
            var gap = parts.Groups["gap"].Length == 0 ? " " : parts.Groups["gap"].Value;
            front[known] = front[known] with { Text = $"{parts.Groups["key"].Value}{gap}true{parts.Groups["rest"].Value}" };
            return;
        }

        ExactLines.InsertAfter(front, front.FindLastIndex(line => line.Text.TrimEnd() == "---") - 1, "approved: true");
    }

    // approved: false   # tick me
    [GeneratedRegex(@"^(?<key>approved[ \t]*:)(?<gap>[ \t]*)(""[^""]*""|'[^']*'|[^#\s]*)(?<rest>.*)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Approved();
}
