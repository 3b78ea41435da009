using Okstra.Cli.Output;
using Okstra.Engine.Clarifications;

namespace Okstra.Cli.Commands;

/// <summary>Asks one question after another on the terminal.</summary>
internal static class AnswerDialog
{
    public static async Task<IReadOnlyList<GivenAnswer>> AskAsync(IReadOnlyList<OpenQuestion> open, CliContext context)
    {
        var given = new List<GivenAnswer>();
        await context.Error.WriteLineAsync("An empty line leaves a question open, ! marks it obsolete.");
        foreach (var question in open)
        {
            await context.Error.WriteLineAsync($"{question.Id}: {TerminalText.Clean(question.Text)}");
            await context.Error.WriteLineAsync($"  {TerminalText.Clean(question.Why)}");
            await context.Error.WriteLineAsync($"  {TerminalText.Clean(question.Shape)}{(question.Options.Count > 0 ? $": {string.Join(" | ", question.Options.Select(TerminalText.Clean))}" : "")}");
            await context.Error.WriteAsync("> ");
            if (await context.In.ReadLineAsync() is not { } line)
            {
                break;
            }

            if (line.Trim().Length > 0)
            {
                given.Add(line.Trim() == "!" ? new GivenAnswer(question.Id, null, "") : new GivenAnswer(question.Id, line, ""));
            }
        }

        return given;
    }
}
