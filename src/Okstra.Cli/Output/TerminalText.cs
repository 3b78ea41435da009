using Okstra.Core.Text;

namespace Okstra.Cli.Output;

/// <summary>Text of unknown origin on its way to a terminal: one line, bounded, without control characters.</summary>
internal static class TerminalText
{
    private const int LongestLine = 2000;

    public static string Clean(string text) => SafeText.OneLine(text, LongestLine);

    public static string Short(string? text, int columns) => SafeText.OneLine(text ?? "", columns);
}
