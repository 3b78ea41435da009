using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Core.Problems;
using Okstra.Engine.Clarifications;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra answer &lt;run&gt;</c>: what a report asks of the user, and the answers.</summary>
internal static class AnswerCommand
{
    public static Command Create(CliContext context)
    {
        var run = Options.Run();
        var seq = Options.Seq();
        var projectRoot = Options.ProjectRoot();
        var set = new Option<string[]>("--set") { Description = "An answer: Q1=<words>, A1=<path>; repeatable." };
        var obsolete = new Option<string[]>("--obsolete") { Description = "A row nobody needs to answer any more; repeatable." };
        var from = new Option<string?>("--from") { Description = "JSON with answers: a file, or - for standard input." };
        var json = Options.Json();
        var command = new Command("answer", "Show and answer the questions of a report.") { run, seq, projectRoot, set, obsolete, from, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var services = Composition.Services(context);
            var desk = new ClarificationDesk(services, ProjectScope.Of(services, parsed.GetValue(projectRoot)).Locate(parsed.GetValue(run), parsed.GetValue(seq)));
            IReadOnlyList<GivenAnswer> given =
            [
                .. (parsed.GetValue(set) ?? []).Select(Given),
                .. (parsed.GetValue(obsolete) ?? []).Select(id => new GivenAnswer(id, null, "")),
                .. parsed.GetValue(from) is { } source ? await AnswerSource.ReadAsync(source, context) : [],
            ];
            var state = await desk.AnswerAsync(given, alwaysCopy: false, cancellationToken);
            if (given.Count == 0 && !parsed.GetValue(json) && context.InputIsTerminal && state.Open.Count > 0)
            {
                state = await desk.AnswerAsync(await AnswerDialog.AskAsync(state.Open, context), alwaysCopy: false, cancellationToken);
            }

            foreach (var settled in state.Settled.Where(settled => settled.Contradictions.Count > 0))
            {
                await context.Error.WriteLineAsync($"warning: {settled.Id} has contradictory answers, the newest counts: {string.Join(" | ", settled.Contradictions.Select(TerminalText.Clean))}");
            }

            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, state, CliJson.Default.ClarificationState);
            }
            else
            {
                Print(state, context);
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static GivenAnswer Given(string text) => text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
        ? new GivenAnswer(text[..at].Trim(), text[(at + 1)..], "")
        : throw new UserErrorException("OKS0808", $"--set '{text}' is no answer", "write --set Q1=<words>");

    private static void Print(ClarificationState state, CliContext context)
    {
        foreach (var settled in state.Settled)
        {
            context.Out.WriteLine($"{settled.Id} {settled.Status}: {TerminalText.Clean(settled.Text)}{(settled.Answer.Length > 0 ? $" => {TerminalText.Clean(settled.Answer)}" : "")}");
        }

        foreach (var open in state.Open)
        {
            context.Out.WriteLine($"{open.Id} open: {TerminalText.Clean(open.Text)}");
        }

        if (state.Open.Count == 0 && state.Settled.Count == 0)
        {
            context.Out.WriteLine($"{state.Run} asks nothing");
        }

        if (state.Answered is not null)
        {
            context.Out.WriteLine($"next: run the phase again with --clarification-response {Core.Text.ShellWord.Quote(state.Answered)}");
        }
    }
}
