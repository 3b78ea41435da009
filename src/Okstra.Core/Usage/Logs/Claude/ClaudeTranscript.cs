using System.Globalization;
using System.Text;

namespace Okstra.Core.Usage.Logs.Claude;

/// <summary>Where Claude Code writes a session (R-LAY-11); the way back from the folder to the path does not exist, a log's <c>cwd</c> says it.</summary>
public static class ClaudeTranscript
{
    /// <summary>Longer names are cut here, with a hash of the path at their end.</summary>
    private const int Longest = 200;

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary><c>projects/-srv-okstra-cli/&lt;session&gt;.jsonl</c> below the config folder.</summary>
    /// <param name="cwd">Working directory of the session, absolute, its links resolved.</param>
    /// <param name="session">Session id.</param>
    public static string Relative(string cwd, string session) => Path.Combine("projects", Folder(cwd), session + ".jsonl");

    /// <summary>The path without slashes at its end, every character but ASCII letters and digits turned into <c>-</c>.</summary>
    public static string Folder(string cwd)
    {
        var path = "/" + cwd.Trim('/');
        var name = new StringBuilder(path.Length);
        var hash = 0;
        foreach (var character in path)
        {
            name.Append(char.IsAsciiLetterOrDigit(character) ? character : '-');
            hash = unchecked((hash * 31) + character);
        }

        return name.Length <= Longest ? name.ToString() : string.Create(CultureInfo.InvariantCulture, $"{name.ToString(0, Longest)}-{Base36(Math.Abs((long)hash))}");
    }

    private static string Base36(long number)
    {
        var text = "";
        do
        {
            text = Digits[(int)(number % 36)] + text;
            number /= 36;
        }
        while (number > 0);
        return text;
    }
}
