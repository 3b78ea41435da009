using Okstra.Cli.Output;
using Okstra.Engine.Briefs;

namespace Okstra.Cli.Commands;

/// <summary>Asks for the parts of a brief on the terminal, one after another.</summary>
internal static class BriefDialog
{
    /// <summary>The request with what was answered; what flags gave already is not asked.</summary>
    public static async Task<BriefNewRequest> AskAsync(BriefNewRequest request, CliContext context)
    {
        await context.Error.WriteLineAsync("An empty line ends an answer or leaves it out; * marks what the brief cannot do without.");
        var title = request.Title ?? await LineAsync("* Title: what is it about, in a few words?", context);
        var tickets = request.Tickets.Count > 0 ? request.Tickets : await LineAsync("  Ticket:", context) is { } ticket ? [ticket] : [];
        var answers = request.Answers.ToList();
        foreach (var question in BriefWriting.Questions(request.Type).Where(question => !answers.Exists(answer => answer.Key.Equals(question.Heading, StringComparison.OrdinalIgnoreCase))))
        {
            if (await TextAsync($"{(question.IsRequired ? "*" : " ")} {question.Heading}: {question.Question}", context) is { } text)
            {
                answers.Add(new(question.Heading, text));
            }
        }

        return request with { Title = title, Tickets = tickets, Answers = answers };
    }

    private static async Task<string?> LineAsync(string question, CliContext context)
    {
        await context.Error.WriteLineAsync(TerminalText.Clean(question));
        await context.Error.WriteAsync("> ");
        return (await context.In.ReadLineAsync())?.Trim() is { Length: > 0 } line ? line : null;
    }

    private static async Task<string?> TextAsync(string question, CliContext context)
    {
        var lines = new List<string>();
        for (var line = await LineAsync(question, context); line is not null; line = (await context.In.ReadLineAsync())?.TrimEnd() is { Length: > 0 } more ? more : null)
        {
            lines.Add(line);
        }

        return lines.Count == 0 ? null : string.Join('\n', lines);
    }
}
