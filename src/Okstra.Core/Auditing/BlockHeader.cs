using System.Text.RegularExpressions;

namespace Okstra.Core.Auditing;

/// <summary>Recognises the line that opens a function, method or type.</summary>
internal static class BlockHeader
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex[] Forms =
    [
        new(@"^\s*(?:async\s+)?def\s+(?:self\.)?(?<name>[A-Za-z_]\w*[!?=]?)", Options),
        new(@"^\s*(?:(?:export|default|public|private|protected|internal|static|async|unsafe|extern|const|inline|open|override|suspend|final|abstract|virtual|sealed|partial|pub|pub\([a-z]+\))\s+)*(?:function\*?|fn|fun|func|sub|defp?)\s+(?:\([^)]*\)\s*)?(?:<[^>]*>\s*)?(?:[\w<>]+\.)?(?<name>[A-Za-z_$][\w$]*)", Options),
        new(@"^\s*(?:exports|module\.exports|[A-Za-z_$][\w$]*)(?:\.prototype)?\.(?<name>[A-Za-z_$][\w$]*)\s*=\s*(?:async\s+)?(?:function|\()", Options),
        new(@"^\s*(?:export\s+)?(?:const|let|var)\s+(?<name>[A-Za-z_$][\w$]*)\s*(?::[^=]*)?=\s*(?:async\s+)?(?:function|\([^)]*\)[^=]*=>|[\w$]+\s*=>)", Options),
        new(@"^\s*(?<name>[A-Za-z_$][\w$]*)\s*:\s*(?:async\s+)?function", Options),
        new(@"^\s*(?:export\s+)?(?:default\s+)?(?:(?:public|private|protected|internal|static|abstract|final|sealed|partial|data|open|pub|readonly|ref)\s+)*(?:class|interface|struct|enum|trait|impl(?:<[^>]*>)?|module|object|record)\s+(?<name>[A-Za-z_][\w.]*)", Options),
        new(@"^\s*(?:[\w<>\[\],.?*&:@~]+\s+)*[*&]*(?:[\w<>]+::)*(?<name>~?[A-Za-z_$][\w$]*)\s*(?:<[^<>()]*>)?\([^;]*$", Options),
    ];

    private static readonly HashSet<string> Control = new(
        ["if", "for", "while", "switch", "catch", "return", "foreach", "else", "elif", "with", "do", "try", "using", "lock", "match", "when", "unless", "until", "case", "throw", "new", "await", "assert", "print", "sizeof", "super", "this", "require", "yield", "raise", "defer", "go", "select", "loop", "describe", "it"],
        StringComparer.Ordinal);

    private static readonly string[] ControlStarts = ["return ", "else ", "if ", "for ", "while ", "throw ", "await ", "new ", "raise ", "yield ", "case ", "elif ", "with ", "assert ", "not ", "and ", "or ", "} "];

    /// <summary>Name of what the line opens; null when it opens nothing.</summary>
    public static string? Name(string line)
    {
        var text = line.Length > 400 ? line[..400] : line;
        var trimmed = text.TrimStart();
        if (trimmed.Length == 0 || trimmed[0] is '#' or '*' or '/' or '-' or '"' or '\'' or '}' or ')' || ControlStarts.Any(start => trimmed.StartsWith(start, StringComparison.Ordinal)))
        {
            return null;
        }

        for (var index = 0; index < Forms.Length; index++)
        {
            var match = Forms[index].Match(text);
            if (!match.Success || Control.Contains(match.Groups["name"].Value))
            {
                continue;
            }

            // The last form is C-like: without a body on this line it may as well be a call.
            var end = text.TrimEnd();
            if (index == Forms.Length - 1 && !end.EndsWith('{') && !(end.EndsWith(')') && match.Groups["name"].Index > line.Length - trimmed.Length))
            {
                continue;
            }

            if (index == Forms.Length - 1 && (end.Contains("=>", StringComparison.Ordinal) || end.Contains("function", StringComparison.Ordinal) || end.Contains(" = ", StringComparison.Ordinal)))
            {
                continue;
            }

            return match.Groups["name"].Value;
        }

        return null;
    }
}
