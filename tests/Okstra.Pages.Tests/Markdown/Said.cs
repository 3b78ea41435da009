using System.Text;
using Okstra.Core.Markdown;
using Okstra.Core.Text;

namespace Okstra.Pages.Tests.Markdown;

/// <summary>What a line of Markdown says to okstra: escapes undone, code spans without their marks.</summary>
internal static class Said
{
    public static string By(string raw, bool inTable) => string.Concat(Pieces(raw, inTable));

    /// <summary>Code spans and the texts between them, in their order.</summary>
    public static IReadOnlyList<string> Pieces(string raw, bool inTable)
    {
        var pieces = new List<string>();
        var plain = new StringBuilder();
        for (var index = 0; index < raw.Length;)
        {
            var end = raw[index] == '`' ? MarkdownCode.EndOfSpan(raw, index) : index;
            if (end > index && MarkdownCode.Span(raw[index..end], inTable) is { } code)
            {
                Close();
                pieces.Add(code);
                index = end;
            }
            else
            {
                var next = raw[index] == '\\' ? Math.Min(index + 2, raw.Length) : Math.Max(end, index + 1);
                plain.Append(raw, index, next - index);
                index = next;
            }
        }

        Close();
        return pieces;

        void Close()
        {
            pieces.Add(MarkdownRow.Plain(plain.ToString(), inTable));
            plain.Clear();
        }
    }
}
