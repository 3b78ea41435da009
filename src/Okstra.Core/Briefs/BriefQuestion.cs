namespace Okstra.Core.Briefs;

/// <summary>What a form asks below one heading.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Question">Its words; empty where the heading says it all.</param>
/// <param name="IsRequired">The form cannot do without an answer.</param>
public sealed record BriefQuestion(string Heading, string Question, bool IsRequired)
{
    /// <summary>The questions of a form in the order of its template.</summary>
    public static IReadOnlyList<BriefQuestion> Of(BriefForm form, BriefPage template) =>
    [
        .. template.Sections.Where(section => section.Level == 2).Select(section => new BriefQuestion(
            section.Heading,
            string.Join(' ', section.Text.Select(line => line.Text.Trim())),
            form.Required.Any(words => words.Split('|')[0] == section.Heading))),
    ];
}
