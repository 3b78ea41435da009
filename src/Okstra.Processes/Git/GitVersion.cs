using System.Diagnostics.CodeAnalysis;

namespace Okstra.Processes.Git;

/// <summary>Reads what <c>git version</c> prints.</summary>
internal static class GitVersion
{
    /// <summary>Samples: <c>git version 2.39.5</c>, <c>git version 2.39.3 (Apple Git-146)</c>, <c>git version 2.45.1.windows.1</c>, <c>git version 2.53.GIT</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Version? version)
    {
        version = null;
        var words = text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3 || words[0] != "git" || words[1] != "version")
        {
            return false;
        }

        var numbers = words[2].Split('.').TakeWhile(part => part.Length is > 0 and <= 9 && part.All(char.IsAsciiDigit)).Take(3).ToArray();
        return numbers.Length >= 2 && Version.TryParse(string.Join('.', numbers), out version);
    }
}
