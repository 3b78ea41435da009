using System.CommandLine.Parsing;
using Okstra.Core.Problems;

namespace Okstra.Cli.Output;

/// <summary>Writes refusals, usage errors and bugs to standard error.</summary>
internal sealed class ProblemWriter(TextWriter error)
{
    public void Write(Problem problem)
    {
        error.WriteLine($"PrepareError: {TerminalText.Clean(problem.Message)}");
        if (problem.Hint is { Length: > 0 } hint)
        {
            error.WriteLine($"hint: {TerminalText.Clean(hint)}");
        }
    }

    public void WriteUsage(System.CommandLine.ParseResult parsed)
    {
        if (parsed.CommandResult.Command is System.CommandLine.RootCommand root && parsed.UnmatchedTokens is [var unknown, ..])
        {
            error.WriteLine($"error: okstra has no command '{TerminalText.Clean(unknown)}'; commands: {string.Join(", ", root.Subcommands.Select(command => command.Name))}");
            error.WriteLine("hint: see okstra --help");
            return;
        }

        foreach (var fault in parsed.Errors)
        {
            error.WriteLine($"error: {TerminalText.Clean(fault.Message)}");
        }

        error.WriteLine($"hint: see okstra {PathOf(parsed.CommandResult)}--help");
    }

    public void WriteBug(Exception bug, string? log)
    {
        error.WriteLine($"internal error: {TerminalText.Clean(bug.GetType().Name)}; this is a bug in okstra, not in your input");
        error.WriteLine(log is null ? "hint: no log could be written" : $"hint: the details are in {log}");
    }

    private static string PathOf(CommandResult command)
    {
        var names = new List<string>();
        for (SymbolResult? at = command; at is CommandResult { Parent: not null } inner; at = inner.Parent)
        {
            names.Insert(0, inner.Command.Name + " ");
        }

        return string.Concat(names);
    }
}
