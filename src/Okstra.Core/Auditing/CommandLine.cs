using System.Text;

namespace Okstra.Core.Auditing;

/// <summary>Splits a command line the way a person means it.</summary>
public static class CommandLine
{
    /// <summary>Arguments without a shell where none is needed; with operators, redirections, variables or globs the whole line goes to <c>sh -c</c>. Empty for a blank line.</summary>
    public static IReadOnlyList<string> Split(string command)
    {
        var arguments = new List<string>();
        var current = new StringBuilder();
        var open = false;
        var quote = '\0';
        foreach (var letter in command.Trim())
        {
            if (quote != '\0')
            {
                if (letter == quote)
                {
                    quote = '\0';
                }
                else if (quote == '"' && letter is '$' or '`' or '\\')
                {
                    return Shell(command);
                }
                else
                {
                    current.Append(letter);
                }
            }
            else if (letter is '\'' or '"')
            {
                (quote, open) = (letter, true);
            }
            else if (letter is '&' or '|' or ';' or '<' or '>' or '$' or '`' or '(' or ')' or '*' or '?' or '~' or '\\' or '\n' or '{' or '#')
            {
                return Shell(command);
            }
            else if (char.IsWhiteSpace(letter))
            {
                if (open || current.Length > 0)
                {
                    arguments.Add(current.ToString());
                }

                current.Clear();
                open = false;
            }
            else
            {
                current.Append(letter);
            }
        }

        if (quote != '\0')
        {
            return Shell(command);
        }

        if (open || current.Length > 0)
        {
            arguments.Add(current.ToString());
        }

        // FOO=1 npm test sets a variable for one command.
        return arguments.Count > 0 && arguments[0].Contains('=', StringComparison.Ordinal) ? Shell(command) : arguments;
    }

    private static string[] Shell(string command) => ["sh", "-c", command.Trim()];
}
