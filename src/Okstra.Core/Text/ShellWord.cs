namespace Okstra.Core.Text;

/// <summary>One word of a command line that is printed for a POSIX shell.</summary>
public static class ShellWord
{
    private const string Plain = "/._-:=,+@%";

    /// <summary>The word as it is when a shell would take it literally, otherwise in single quotes.</summary>
    public static string Quote(string word) => word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || Plain.Contains(letter, StringComparison.Ordinal))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
