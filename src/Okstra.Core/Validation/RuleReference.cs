using System.Text;
using System.Text.RegularExpressions;
using Okstra.Core.Planning;
using Okstra.Core.Text;

namespace Okstra.Core.Validation;

/// <summary><c>docs/reference/validation.md</c>, made from the rules.</summary>
public static partial class RuleReference
{
    public static string Markdown()
    {
        var texts = ReportTexts.In(ReportLanguage.English);
        var page = new StringBuilder();
        page.Append(
            """
            # Validation rules

            Generated from the rules; do not edit. A test compares this file with them (`OKSTRA_GOLDEN=accept` rewrites it).

            ```
            okstra validate-run <run> [--json]
            ```

            Each thing that does not hold is a line `file:line:column RULE message`, or `file#/pointer RULE message` where the place is in a data document (a JSON pointer), and a line `hint: …` on standard error. `--json` gives the same as `failures[]` and `warnings[]`. Exit code 1 when there is a failure; warnings leave it at 0. Nothing is written or changed. Ids are never reused.

            An edited Markdown report is also held to what [`okstra report import`](report-import.md) reads: such a message ends in the code of the import, and its hint is the import's.


            """);
        Section(page, "REP", "The report", "Sections, tables, ids, fixed words and the deliverables of each task type.");
        Section(page, "PRV", "Where it comes from", "Every finding, vote and citation leads back to an answer of a worker.");
        Section(page, "ART", "The files of the run", "What a run has to leave behind.");
        page.Append("## PLN: the self-review of a plan\n\nChecked when a plan is composed or read in. What blocks approval is told by `validate-run` as `REP-093`, with the rule's id first in the message.\n\n| id | what is wrong | blocks approval |\n|---|---|---|\n");
        foreach (var rule in PlanRule.All)
        {
            page.Append($"| {rule.Id} | {Cell(Value().Replace(texts[$"plan.{rule.Id}"], "…"))} | {(rule.Blocking ? "yes" : "no")} |\n");
        }

        page.Append("\n## BRF: the brief\n\nChecked by `okstra brief check` and before a run; see [briefs](../guides/briefs.md).\n\n| id | what must hold |\n|---|---|\n");
        foreach (var (id, title) in BriefRuleIndex.All)
        {
            page.Append($"| {id} | {Cell(title)} |\n");
        }

        return page.ToString();
    }

    private static void Section(StringBuilder page, string prefix, string title, string about)
    {
        page.Append($"## {prefix}: {title}\n\n{about}\n\n| id | what must hold | remedy | level | place |\n|---|---|---|---|---|\n");
        foreach (var rule in Rules.All.Where(rule => rule.Id.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(rule => rule.Id, StringComparer.Ordinal))
        {
            page.Append($"| {rule.Id} | {Cell(rule.Title)} | {Cell(rule.Hint)} | {(rule.IsWarning ? "warning" : "error")} | {Place(rule.Place)} |\n");
        }

        page.Append('\n');
    }

    private static string Place(RulePlace place) => place switch
    {
        RulePlace.Pointer => "pointer into the data",
        RulePlace.Text => "line and column of the Markdown",
        RulePlace.Both => "line and column of the Markdown, or pointer into the data",
        RulePlace.Page => "line and column of the page",
        _ => "file",
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Value();
}
