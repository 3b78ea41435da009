namespace Okstra.Core.Validation;

/// <summary>What each rule of the brief linter asks for, for the reference; the linter itself words message and hint by the case.</summary>
internal static class BriefRuleIndex
{
    /// <summary>Id and what must hold; "(warning)" where every case is one.</summary>
    public static IReadOnlyList<(string Id, string Title)> All { get; } =
    [
        ("BRF-001", "the brief is not empty"),
        ("BRF-002", "the brief is UTF-8 text"),
        ("BRF-003", "the brief is not larger than 1 MiB"),
        ("BRF-004", "no token of the template is left unfilled"),
        ("BRF-005", "the frontmatter is closed"),
        ("BRF-006", "each key of the frontmatter is one okstra knows (warning)"),
        ("BRF-007", "each value and fixed word is a valid one"),
        ("BRF-008", "frontmatter and task agree"),
        ("BRF-009", "each key of the frontmatter stands once (warning)"),
        ("BRF-010", "each section the form cannot do without is there"),
        ("BRF-011", "each of them says something"),
        ("BRF-012", "no question of the template is left in (warning)"),
        ("BRF-013", "the brief has sections (warning)"),
        ("BRF-014", "material is named (warning)"),
        ("BRF-015", "the title is not the template's (warning)"),
        ("BRF-016", "each heading stands once (warning)"),
        ("BRF-020", "each file it names is in the repository"),
        ("BRF-021", "each line it names is in its file"),
        ("BRF-022", "each file it names lies inside the repository (warning)"),
        ("BRF-030", "each report it cites exists"),
        ("BRF-031", "each report it cites is of this task (a warning outside the source sections)"),
        ("BRF-032", "each report it cites is of the phase its section asks for"),
        ("BRF-033", "a source section cites a report"),
        ("BRF-040", "an estimate counts neither permissions nor waiting"),
        ("BRF-041", "an estimate names no calendar dates"),
        ("BRF-042", "an estimate names no people"),
        ("BRF-043", "no permission is listed as a question, risk or material (warning)"),
        ("BRF-044", "a brief approves nothing"),
        ("BRF-045", "a brief orders no other phase"),
    ];
}
