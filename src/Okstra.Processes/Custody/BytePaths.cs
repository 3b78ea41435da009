using System.Text;

namespace Okstra.Processes.Custody;

/// <summary>
/// Paths as git has them: bytes, one letter for each byte (Latin-1), because a file name on disk need not be text and work with such a name is work all the same.
/// </summary>
internal static class BytePaths
{
    /// <summary>Splits <c>-z</c> output.</summary>
    public static IReadOnlyList<string> Split(string output) => output.Split('\0', StringSplitOptions.RemoveEmptyEntries);

    public static byte[] ToInput(IEnumerable<string> records) => Encoding.Latin1.GetBytes(string.Concat(records.Select(record => record + '\0')));

    /// <summary>For people.</summary>
    public static string Show(string path) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(path));

    /// <summary>Text as git prints it.</summary>
    public static string Of(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>At most twenty of them in one sentence.</summary>
    public static string Name(IReadOnlyCollection<string> paths)
    {
        const int Most = 20;
        var named = string.Join(", ", paths.Take(Most).Select(path => $"'{Show(path)}'"));
        return paths.Count > Most ? $"{named} and {paths.Count - Most} more" : named;
    }
}
