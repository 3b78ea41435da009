using System.Text.RegularExpressions;
using Okstra.Core.Worktrees;

namespace Okstra.Core.Briefs;

/// <summary>BRF-007 (tokens in sections) and BRF-010…016: what a form cannot do without, and what its template left behind.</summary>
internal static partial class SectionRules
{
    public static IEnumerable<BriefIssue> Check(BriefPage page, BriefSituation situation) =>
        [.. Title(page, situation), .. Required(page, situation), .. Expected(page, situation), .. Leftovers(page, situation), .. Twice(page), .. Tokens(page, situation.Form)];

    private static IEnumerable<BriefIssue> Title(BriefPage page, BriefSituation situation)
    {
        var templates = situation.Template.Sections.Where(section => section.Level == 1).Select(section => section.Heading);
        if (page.FrontMatter.First("title") is null && page.Sections.FirstOrDefault(section => section.Level == 1) is { } title && templates.Contains(title.Heading, StringComparer.OrdinalIgnoreCase))
        {
            yield return BriefIssue.Warning("BRF-015", title.Line, 1, $"the title is still the template's, '{title.Heading}', and so will be the task's", "say in a few words what this task is about");
        }
    }

    private static IEnumerable<BriefIssue> Required(BriefPage page, BriefSituation situation)
    {
        var form = situation.Form;
        var free = !page.Sections.Any(section => section.Level > 1) && form.Sources.Count == 0 && page.Body.Any(line => line.Text.Trim().Length > 0 && !line.Text.StartsWith('#'));
        if (free)
        {
            yield return BriefIssue.Warning("BRF-013", 1, 1, $"the brief has no sections; its text is taken as '{First(form.Required[0])}'", $"a {form.Name} brief has {Named(form.Required)}{(form.Expected.Count > 0 ? $", and better also {Named(form.Expected)}" : "")}");
            yield break;
        }

        foreach (var wanted in form.Required)
        {
            if (Find(page, form, wanted) is not { } section)
            {
                yield return BriefIssue.Error("BRF-010", 1, 1, $"the section '## {First(wanted)}' is missing, which {form.Name} cannot do without", $"add it: {Question(situation, wanted)}");
            }
            else if (State(section, situation.Template) is { } why)
            {
                yield return BriefIssue.Error("BRF-011", section.Line, 1, $"the section '## {section.Heading}' {why}", $"write it: {Question(situation, wanted)}");
            }
        }
    }

    private static IEnumerable<BriefIssue> Expected(BriefPage page, BriefSituation situation)
    {
        if (!page.Sections.Any(section => section.Level > 1))
        {
            yield break;
        }

        foreach (var wanted in situation.Form.Expected)
        {
            var section = page.Section(wanted);
            if (section is null || State(section, situation.Template) is not null)
            {
                yield return BriefIssue.Warning("BRF-014", section?.Line ?? 1, 1, $"no material under '## {First(wanted)}'", $"{Question(situation, wanted)} Workers see the brief and the repository, nothing else");
            }
        }
    }

    // Below a heading somebody filled, or under a heading nobody has to fill.
    private static IEnumerable<BriefIssue> Leftovers(BriefPage page, BriefSituation situation)
    {
        foreach (var section in page.Sections.Where(section => section.Level == 2))
        {
            var required = situation.Form.Required.Any(wanted => Find(page, situation.Form, wanted) == section);
            if ((required && State(section, situation.Template) is not null) || Own(situation.Template, section) is not { } own)
            {
                continue;
            }

            foreach (var line in section.Text.Where(line => !line.IsCode && own.Contains(line.Text.Trim()) && !IsField(line.Text)))
            {
                yield return BriefIssue.Warning("BRF-012", line.Number, Indent(line.Text) + 1, $"'{line.Text.Trim()}' is the template's question, not an answer", "answer it, or take the line out");
            }
        }
    }

    private static IEnumerable<BriefIssue> Twice(BriefPage page) => page.Sections
        .Where(section => section.Level == 2)
        .GroupBy(section => section.Heading, StringComparer.OrdinalIgnoreCase)
        .Select(same => same.ToList())
        .Where(same => same.Count > 1)
        .Select(same => BriefIssue.Warning("BRF-016", same[1].Line, 1, $"the heading '## {same[1].Heading}' stands there twice; the first, in line {same[0].Line}, is the one that is read", "bring them together"));

    private static IEnumerable<BriefIssue> Tokens(BriefPage page, BriefForm form)
    {
        if (form.Name == "final-verification" && page.Section("Verification target") is { } target)
        {
            foreach (var line in target.Text.Where(line => Scope().IsMatch(line.Text)))
            {
                var value = Scope().Match(line.Text).Groups["value"];
                if (value.Value.Trim().Trim('`') is not ("whole-task" or "single-stage" or "") && !value.Value.Contains("or", StringComparison.Ordinal))
                {
                    yield return BriefIssue.Error("BRF-007", line.Number, value.Index + 1, $"unknown verification scope '{value.Value.Trim().Trim('`')}'", "write whole-task or single-stage");
                }
            }
        }

        if (form.Name == "implementation" && page.Section("Stage")?.Text.FirstOrDefault() is { } stage)
        {
            var word = stage.Text.Trim().Trim('-', '*', ' ', '`', '.');
            if (word != "auto" && !word.StartsWith("Number of", StringComparison.Ordinal) && !(int.TryParse(word, out var number) && number is >= 1 and <= StageGroups.HighestStage))
            {
                yield return BriefIssue.Error("BRF-007", stage.Number, Indent(stage.Text) + 1, $"'{word}' is no stage", $"write a number from 1 to {StageGroups.HighestStage}, or auto");
            }
        }
    }

    /// <summary>Null when somebody filled it.</summary>
    private static string? State(BriefSection section, BriefPage template)
    {
        var text = section.Text.Select(line => line.Text.Trim()).ToList();
        return text.Count == 0 ? "is empty"
            : text.TrueForAll(Own(template, section) is { } own ? own.Contains : _ => false) ? "still holds the template's question and no answer"
            : text.TrueForAll(line => Filler().IsMatch(line)) ? $"says nothing but '{text[0]}'"
            : null;
    }

    private static HashSet<string>? Own(BriefPage template, BriefSection section) =>
        template.Sections.FirstOrDefault(known => known.Level > 1 && known.Heading.Equals(section.Heading, StringComparison.OrdinalIgnoreCase)) is { } known
            ? known.Text.Select(line => line.Text.Trim()).ToHashSet(StringComparer.Ordinal)
            : null;

    // Reports are looked up the way the gate of the phase does it: the words anywhere in the heading.
    private static BriefSection? Find(BriefPage page, BriefForm form, string wanted) => form.Sources.ContainsKey(wanted)
        ? page.Sections.FirstOrDefault(section => section.Heading.Contains(wanted, StringComparison.OrdinalIgnoreCase))
        : page.Section(wanted);

    private static string Question(BriefSituation situation, string wanted) =>
        situation.Template.Section(wanted)?.Text.FirstOrDefault()?.Text.Trim() is { Length: > 0 } question ? question : $"say what belongs under '{First(wanted)}'.";

    private static string Named(IReadOnlyList<string> headings) => string.Join(", ", headings.Select(heading => $"'## {First(heading)}'"));

    private static string First(string words) => words.Split('|')[0];

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    private static bool IsField(string line) => line.TrimEnd().EndsWith(':') || line.TrimStart().StartsWith("- ", StringComparison.Ordinal);

    [GeneratedRegex(@"^[-*+\s]*(tbd|todo|fixme|xxx|to be (decided|done|filled)|later|\?+|\.{2,}|…)[.!]?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Filler();

    [GeneratedRegex(@"^\s*[-*+]?\s*Scope:\s*(?<value>.*)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Scope();
}
