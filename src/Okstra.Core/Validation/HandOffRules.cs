using Okstra.Core.HandOff;
using Okstra.Core.Reports;
using Okstra.Core.Reports.Deliverables;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Core.Validation;

/// <summary>What a release hand-off delivers (R-REP-65…73). One that never came to a choice routes back and has answered nothing.</summary>
internal static class HandOffRules
{
    private const string At = "/handOff";
    private static readonly string[] Sources = ["menu", "free-form"];

    public static void Check(ReportDocument report, Action<Rule, string, string> fail)
    {
        if (report.HandOff is not { } section)
        {
            return;
        }

        var action = Answer(section, '1');
        var stopped = action == "skip" || Answer(section, '3') == "cancel";
        var done = report.Routing == Routing.Done;
        if (done)
        {
            VerificationRules.SourceOf(report, fail);
            if (!IsAcceptedRow(section.VerdictRow))
            {
                fail(Rules.QuotedVerdict, $"the quoted verdict row is '{section.VerdictRow}'", $"{At}/verdictRow");
            }

            if (DataRules.IsBlank(section.Branch))
            {
                fail(Rules.Branch, "the feature branch is not named", $"{At}/branch");
            }
        }

        Selections(section, done, fail);
        if (action is not null && !done)
        {
            fail(Rules.ReEntry, $"the user chose '{action}', so the routing is 'done', not '{report.Routing}'", "/routing");
        }

        if (stopped && DataRules.IsBlank(section.ReEntryAdvice))
        {
            fail(Rules.ReEntry, "the hand-off was skipped or cancelled, and nothing advises on coming back", $"{At}/reEntryAdvice");
        }

        if (stopped)
        {
            Nothing(section, fail);
        }

        WordRules.Each(section.Commands, $"{At}/commands", (row, pointer) => VerificationRules.Run(row, pointer, fail));
        Commits(section, fail);
        Outcome(section.PullRequest, action, stopped, fail);
    }

    private static void Selections(HandOffSection section, bool done, Action<Rule, string, string> fail)
    {
        var action = Answer(section, '1');
        if (done && action is null)
        {
            fail(Rules.Selections, "the answer to H1 is missing", $"{At}/selections");
        }

        if (action is not (null or "local only" or "push + PR" or "skip"))
        {
            fail(Rules.Selections, $"'{action}' is no answer to H1; valid: local only, push + PR, skip", $"{At}/selections");
        }

        foreach (var prompt in action == "push + PR" ? ['2', '3'] : Array.Empty<char>())
        {
            if (Answer(section, prompt) is null)
            {
                fail(Rules.Selections, $"after 'push + PR' the answer to H{prompt} is missing", $"{At}/selections");
            }
        }

        WordRules.Each(section.Selections, $"{At}/selections", (row, pointer) =>
        {
            var problem = DataRules.IsBlank(row.Prompt, row.Answer) ? "prompt or answer is missing"
                : Is(row, '2') && !Sources.Contains(row.Source, StringComparer.Ordinal) ? $"'{row.Source}' does not say whether the base was picked or typed; valid: {string.Join(", ", Sources)}"
                : row.Answer == "edit then proceed" && DataRules.IsBlank(row.Difference) ? "the difference between the drafted and the final text is missing"
                : section.Selections.Count(other => other.Prompt == row.Prompt) > 1 ? $"'{row.Prompt}' is answered twice"
                : null;
            if (problem is not null)
            {
                fail(Rules.Selections, problem, pointer);
            }
        });
    }

    // R-REP-73
    private static void Nothing(HandOffSection section, Action<Rule, string, string> fail)
    {
        if (section.Commands.Count > 0)
        {
            fail(Rules.NothingDone, "the hand-off was skipped or cancelled, but commands are listed", $"{At}/commands");
        }

        if (section.Commits.Count > 0)
        {
            fail(Rules.NothingDone, "the hand-off was skipped or cancelled, but commits are listed", $"{At}/commits");
        }

        if (section.PullRequest is not PullRequestOutcome.NotRequested)
        {
            fail(Rules.NothingDone, "the hand-off was skipped or cancelled, but a pull request is told of", $"{At}/pullRequest");
        }
    }

    private static void Commits(HandOffSection section, Action<Rule, string, string> fail) => WordRules.Each(section.Commits, $"{At}/commits", (row, pointer) =>
    {
        if (!ImplementationRules.IsCommit(row.Sha) || DataRules.IsBlank(row.ShortSha, row.Subject) || row.Files.Count == 0 || !row.Sha.StartsWith(row.ShortSha, StringComparison.OrdinalIgnoreCase))
        {
            fail(Rules.HandOffCommits, $"commit '{row.ShortSha}' must have its short and full id, subject and files", pointer);
        }
    });

    private static void Outcome(PullRequestOutcome outcome, string? action, bool stopped, Action<Rule, string, string> fail)
    {
        var problem = outcome switch
        {
            PullRequestOutcome.Created created when !PullRequestAddress.IsValid(created.Url) => $"'{created.Url}' is no address of a pull request",
            PullRequestOutcome.Created created when DataRules.IsBlank(created.Title, created.Base) => "title or base of the created pull request is missing",
            PullRequestOutcome.Reused reused when !PullRequestAddress.IsValid(reused.Url) => $"'{reused.Url}' is no address of a pull request",
            PullRequestOutcome.Skipped skipped when DataRules.IsBlank(skipped.Reason) => "the creation of the pull request was skipped without a reason",
            PullRequestOutcome.NotRequested when action == "push + PR" && !stopped => "the user chose 'push + PR', but no outcome of the pull request is told",
            PullRequestOutcome.Created or PullRequestOutcome.Reused when action == "local only" => "the user chose 'local only', but a pull request is told of",
            _ => null,
        };
        if (problem is not null)
        {
            fail(Rules.PullRequest, problem, $"{At}/pullRequest");
        }
    }

    // | Verdict Token | accepted |
    private static bool IsAcceptedRow(string row) =>
        MarkdownRow.Is(row) && MarkdownRow.Texts(row) is [var item, var value] && item.Trim('*', '`', ' ') == "Verdict Token" && value.Trim('*', '`', ' ') == HandOffEligibility.Accepted;

    private static string? Answer(HandOffSection section, char number) => section.Selections.FirstOrDefault(row => Is(row, number))?.Answer.Trim();

    // "H1", "H1 action", "Q1: action", "1. Action"
    private static bool Is(UserSelection row, char number)
    {
        var prompt = row.Prompt.AsSpan().Trim();
        prompt = prompt is ['H' or 'h' or 'Q' or 'q', .. var rest] ? rest : prompt;
        return prompt is [var first, ..] && first == number && (prompt.Length == 1 || !char.IsLetterOrDigit(prompt[1]));
    }
}
