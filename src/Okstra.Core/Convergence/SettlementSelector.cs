using Okstra.Core.Text;

namespace Okstra.Core.Convergence;

/// <summary>
/// Decides whether words an agent put behind a confirmed command only narrow which tests run. Agents' arguments are hostile: everything that is not known to
/// be a selector is refused.
/// </summary>
public static class SettlementSelector
{
    /// <summary>Words behind the confirmed command.</summary>
    public const int MostWords = 4;

    /// <summary>Characters of one word.</summary>
    public const int LongestWord = 200;

    private const string PathLetters = "_./-[]@";
    private const string NameLetters = "_.:-[], /";

    /// <summary>Why the words are refused, or null when they select tests. Total: any words may come.</summary>
    /// <param name="declared">The confirmed command, split.</param>
    /// <param name="words">What stands behind it.</param>
    /// <param name="tree">Files and folders of the frozen tree, relative.</param>
    public static string? Refuse(IReadOnlyList<string> declared, IReadOnlyList<string> words, IReadOnlySet<string> tree)
    {
        if (SettlementRunner.Of(declared) is not { } runner)
        {
            return $"okstra knows no test selector of {Shown(declared[0])}";
        }

        if (words.Count > MostWords)
        {
            return $"{words.Count} words, at most {MostWords} are accepted";
        }

        if (words.Any(word => word.Length is 0 or > LongestWord))
        {
            return $"a word is empty or longer than {LongestWord} characters";
        }

        var index = 0;
        var separated = declared.Contains("--", StringComparer.Ordinal);
        if (words.Count > 0 && words[0] == "--" && !separated && runner.Separator != SettlementSeparator.Refused)
        {
            (index, separated) = (1, true);
        }

        if (runner.Separator == SettlementSeparator.Required && !separated)
        {
            return $"{runner.Name} takes a selector only behind '--'";
        }

        return index == words.Count ? "no selector" : Refuse(runner, words, index, tree);
    }

    private static string? Refuse(SettlementRunner runner, IReadOnlyList<string> words, int index, IReadOnlySet<string> tree)
    {
        while (index < words.Count)
        {
            var word = words[index++];
            if (!word.StartsWith('-'))
            {
                if (!IsPositional(runner, word, tree))
                {
                    return runner.Positional == SettlementPositional.None ? $"{runner.Name} takes no {Shown(word)}" : $"{Shown(word)} is no test of the frozen tree";
                }

                continue;
            }

            var joined = runner.Options.FirstOrDefault(option => IsJoined(option, word));
            if (joined is null && !runner.Options.Any(option => option[^1] != '=' && option == word))
            {
                return $"{Shown(word)} is no selector of {runner.Name}";
            }

            if (joined is null && index == words.Count)
            {
                return $"{Shown(word)} has no value";
            }

            var value = joined is null ? words[index++] : word[(joined.TrimEnd('=').Length + 1)..];
            if (!IsValue(value, runner.Letters))
            {
                return $"the value {Shown(value)} is not accepted";
            }
        }

        return null;
    }

    private static bool IsJoined(string option, string word) =>
        option.Length > 2 && word.StartsWith(option[^1] == '=' ? option : option + "=", StringComparison.Ordinal);

    private static bool IsValue(string value, string letters) =>
        value.Length > 0 && value[0] is not ('-' or '/' or ' ') && !value.Contains("..", StringComparison.Ordinal) && Holds(value, letters);

    private static bool IsPositional(SettlementRunner runner, string word, IReadOnlySet<string> tree) => runner.Positional switch
    {
        SettlementPositional.Path => IsPath(word, tree),
        SettlementPositional.Name => IsValue(word, "_.:"),
        _ => false,
    };

    // tests/test_cart.py::TestCart::test_total[2-3], spec/cart_spec.rb:12, ./internal/cart
    private static bool IsPath(string word, IReadOnlySet<string> tree)
    {
        if (word.Contains("..", StringComparison.Ordinal))
        {
            return false;
        }

        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var path = colon < 0 ? word : word[..colon];
        var behind = colon < 0 ? "" : word[colon..];
        var known = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        var place = behind.Length == 0
            || (behind.StartsWith("::", StringComparison.Ordinal) ? behind.Length > 2 && Holds(behind, NameLetters) : behind.Length > 1 && behind[1..].All(char.IsAsciiDigit));
        return place && path.Length > 0 && path[0] is not ('-' or '/' or '@') && Holds(path, PathLetters) && tree.Contains(known.TrimEnd('/'));
    }

    private static bool Holds(string text, string signs) => text.All(letter => char.IsLetterOrDigit(letter) || signs.Contains(letter, StringComparison.Ordinal));

    private static string Shown(string word) => $"'{SafeText.OneLine(word, 60).Replace('`', '\'')}'";
}
