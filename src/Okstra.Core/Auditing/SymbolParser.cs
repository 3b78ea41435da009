using System.Text.RegularExpressions;

namespace Okstra.Core.Auditing;

/// <summary>Finds the identifiers of a report.</summary>
internal static class SymbolParser
{
    private const int Most = 48;

    private static readonly Regex Backticked = new("`(?<code>[^`]{2,120})`", RegexOptions.NonBacktracking);

    private static readonly Regex Called = new(@"(?<name>[A-Za-z_$][\w$.:#]*[\w$!?])\(", RegexOptions.NonBacktracking);

    private static readonly Regex Link = new(@"https?://[^\s)>\]]+", RegexOptions.NonBacktracking);

    // Names every program has; they locate nothing.
    private static readonly HashSet<string> Everywhere = new(StringComparer.OrdinalIgnoreCase)
    {
        "console.log", "console.error", "print", "println", "printf", "fmt.Println", "main", "require", "import", "return", "self", "this", "true", "false", "null", "none", "nil", "undefined",
        "String", "Object", "Array", "Integer", "Exception", "Error", "TypeError", "ValueError", "KeyError", "AttributeError", "RuntimeError", "IndexError", "NullPointerException",
        "System.out.println", "var_dump", "echo", "github.com", "README.md", "macOS", "OSX", "JavaScript", "TypeScript", "GitHub", "StackOverflow", "Python3", "npm", "const", "function", "class", "def",
        "os.path", "package.json", "Node.js", "nodejs", "module.exports", "localhost", "example.com", "async", "await", "void", "static", "public", "private", "i.e", "e.g", "NoMethodError", "ArgumentError",
        "Console.WriteLine", "ToString", "toString", "__init__", "__main__", "__name__", "setUp", "assertEquals", "assertEqual", "the", "and", "for", "not", "with", "from",
    };

    public static IReadOnlyList<Term> Parse(IReadOnlyList<BriefLine> lines, HashSet<int> frames)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var index = 0; index < lines.Count; index++)
        {
            if (frames.Contains(index))
            {
                continue;
            }

            var line = lines[index];
            var text = Link.Replace(line.Text, " ");
            var weight = line.IsTitle ? 2.5 : 1.0;
            if (line.IsCode)
            {
                AddAll(weights, text, weight * 0.35, Identifiers.LooksLikeCode);
                AddCalls(weights, text, weight * 0.35);
                continue;
            }

            foreach (Match match in Backticked.Matches(text))
            {
                AddAll(weights, match.Groups["code"].Value, weight * 1.2, name => name.Length > 2);
            }

            var prose = Backticked.Replace(text, " ");
            AddAll(weights, prose, weight, Identifiers.LooksLikeCode);
            AddCalls(weights, prose, weight);
        }

        return
        [
            .. weights
                .OrderByDescending(entry => entry.Value)
                .ThenBy(entry => entry.Key, StringComparer.Ordinal)
                .Take(Most)
                .Select(entry => new Term(entry.Key, Math.Min(entry.Value, 6))),
        ];
    }

    private static void AddAll(Dictionary<string, double> weights, string text, double weight, Func<string, bool> wanted)
    {
        foreach (Match match in Identifiers.Qualified.Matches(text))
        {
            Add(weights, match.Value, weight, wanted);
        }
    }

    private static void AddCalls(Dictionary<string, double> weights, string text, double weight)
    {
        foreach (Match match in Called.Matches(text))
        {
            Add(weights, match.Groups["name"].Value, weight, name => !Identifiers.LooksLikeCode(name) && name.Length > 2);
        }
    }

    private static void Add(Dictionary<string, double> weights, string name, double weight, Func<string, bool> wanted)
    {
        var normal = string.Join('.', Identifiers.Parts(name));
        if (normal.Length is < 3 or > 120 || Everywhere.Contains(normal) || !wanted(name) || normal.All(letter => char.IsDigit(letter) || letter == '.'))
        {
            return;
        }

        // Each repetition says less than the one before.
        var known = weights.GetValueOrDefault(normal);
        weights[normal] = known + (weight / (1 + known));
    }
}
