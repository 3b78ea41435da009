using System.Buffers;

namespace Okstra.Core.Auditing;

/// <summary>Tells whether a line defines a name, across languages.</summary>
public static class Definitions
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "def", "class", "function", "function*", "func", "fn", "fun", "type", "interface", "struct", "enum", "trait", "module", "object", "record", "protocol", "namespace", "macro_rules!", "#define", "sub", "union", "mod", "defp", "defmodule", "typedef",
        "const", "let", "var", "val", "static",
    };

    private static readonly HashSet<string> Assigning = new(["const", "let", "var", "val", "static"], StringComparer.Ordinal);

    // A call, a return or a condition puts a name before "(" too.
    private static readonly HashSet<string> NotBeforeMember = new(StringComparer.Ordinal)
    {
        "return", "new", "await", "if", "while", "for", "switch", "else", "throw", "yield", "and", "or", "not", "in", "is", "assert", "print", "raise", "case", "catch", "elif", "unless", "when", "go", "defer", "delete", "typeof", "import", "from", "use", "export default",
    };

    private static readonly SearchValues<char> NotInSignature = SearchValues.Create("=(.;!|\"'+-?");

    /// <summary>1 = defines it, 0.5 = assigns it at the top level or as a member, 0 = uses it.</summary>
    public static double Strength(string line, string name)
    {
        var best = 0.0;
        for (var at = line.IndexOf(name, StringComparison.Ordinal); at >= 0; at = line.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            if (IsWhole(line, at, name.Length))
            {
                best = Math.Max(best, StrengthAt(line, at, name.Length));
            }
        }

        return best;
    }

    /// <summary>The text stands in the line as a whole name.</summary>
    public static bool Mentions(string line, string name)
    {
        for (var at = line.IndexOf(name, StringComparison.Ordinal); at >= 0; at = line.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (IsWhole(line, at, name.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWhole(string line, int at, int length) =>
        (at == 0 || !IsWordLetter(line[at - 1])) && (at + length >= line.Length || !IsWordLetter(line[at + length]));

    private static bool IsWordLetter(char letter) => char.IsLetterOrDigit(letter) || letter == '_';

    private static double StrengthAt(string line, int at, int length)
    {
        var before = line[..at].TrimStart();
        var after = line[(at + length)..].TrimStart();
        var text = line.TrimStart();
        if (text.StartsWith("//", StringComparison.Ordinal) || text.StartsWith('*') || (text.StartsWith('#') && !text.StartsWith("#define", StringComparison.Ordinal)) || text.StartsWith("--", StringComparison.Ordinal))
        {
            return 0;
        }

        var words = before.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var previous = words.Length > 0 ? words[^1] : "";
        if (previous == "self." && words.Length > 1 && words[^2] == "def")
        {
            return 1;
        }

        if (Keywords.Contains(previous))
        {
            return !Assigning.Contains(previous) || IsFunctionValue(after) ? 1 : char.IsWhiteSpace(line[0]) ? 0.1 : 0.6;
        }

        // func (c *Context) Next(      def self.call      fun <T> Iterable<T>.total(      impl<'a> Parser<'a> {
        if (words.Length > 0 && words[0] is "func" or "fun" && after.StartsWith('('))
        {
            return before.Contains('{', StringComparison.Ordinal) ? 0 : 1;
        }

        if (words.Length > 0 && words[0].StartsWith("impl", StringComparison.Ordinal))
        {
            return 0.6;
        }

        if (words is ["def", ..] && before.EndsWith('.') && words.Length <= 2)
        {
            return 1;
        }

        // app.use = function      exports.parse =      total: function      Cart.prototype.total =
        if (after.StartsWith('=') && !after.StartsWith("==", StringComparison.Ordinal) && !after.StartsWith("=~", StringComparison.Ordinal))
        {
            var value = after[1..].TrimStart();
            var isMember = before.EndsWith('.') && words.Length == 1;
            var isTop = before.Length == 0 && !char.IsWhiteSpace(line[0]);
            return IsFunctionValue("=" + value) && (isMember || before.Length == 0) ? 1 : isMember && !before.StartsWith("this.", StringComparison.Ordinal) && !before.StartsWith("self.", StringComparison.Ordinal) ? 0.5 : isTop ? 0.6 : 0;
        }

        if (after.StartsWith(':') && before.Length == 0)
        {
            return IsFunctionValue("=" + after[1..].TrimStart()) ? 1 : 0.1;
        }

        return after.StartsWith('(') || after.StartsWith('<') ? Member(line, words, before, after) : 0;
    }

    private static bool IsFunctionValue(string after)
    {
        var value = after.TrimStart(':', '=', ' ');
        return value.StartsWith("function", StringComparison.Ordinal) || value.StartsWith("async ", StringComparison.Ordinal)
            || value.StartsWith("lambda", StringComparison.Ordinal) || (value.StartsWith('(') && value.Contains("=>", StringComparison.Ordinal))
            || value.StartsWith("class", StringComparison.Ordinal) || value.Contains(" => ", StringComparison.Ordinal);
    }

    /// <summary>A method as C-like languages write it: only modifiers and types before the name, a body or nothing after the brackets.</summary>
    private static double Member(string line, string[] words, string before, string after)
    {
        if (before.AsSpan().IndexOfAny(NotInSignature) >= 0 || words.Any(NotBeforeMember.Contains))
        {
            // C++: void Cart::total(
            return before.EndsWith("::", StringComparison.Ordinal) && !char.IsWhiteSpace(line[0]) && !line.TrimEnd().EndsWith(';') ? 0.9 : 0;
        }

        var end = line.TrimEnd();
        var opens = end.EndsWith('{') || end.EndsWith("=>", StringComparison.Ordinal) || after.Contains(") {", StringComparison.Ordinal) || after.Contains("){", StringComparison.Ordinal);
        if (words.Length == 0)
        {
            // JavaScript's method shorthand:  total(items) {
            return opens && char.IsWhiteSpace(line[0]) && !after.Contains("function", StringComparison.Ordinal) && !after.Contains("=>", StringComparison.Ordinal) ? 0.9 : 0;
        }

        return opens || end.EndsWith(')') || end.EndsWith(',') || end.EndsWith('(') ? 0.9 : end.EndsWith(';') && !char.IsWhiteSpace(line[0]) ? 0.3 : 0.4;
    }
}
