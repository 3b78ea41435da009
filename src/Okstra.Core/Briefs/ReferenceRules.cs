using Okstra.Core.Tasks;

namespace Okstra.Core.Briefs;

/// <summary>BRF-020…022 and BRF-030…033: files and reports a brief names.</summary>
internal static class ReferenceRules
{
    public static IEnumerable<BriefIssue> Check(BriefPage page, BriefSituation situation) => [.. situation.References.SelectMany(found => Check(page, situation, found)), .. Uncited(page, situation)];

    private static IEnumerable<BriefIssue> Check(BriefPage page, BriefSituation situation, ResolvedReference found)
    {
        var (reference, facts) = found;
        if (reference.Kind == BriefReferenceKind.Citation || (reference.IsReport && facts.Report is not null))
        {
            return Report(page, situation, reference, facts);
        }

        return File(reference, facts) is { } issue ? [issue] : [];
    }

    private static BriefIssue? File(BriefReference reference, ReferenceFacts facts) => (reference, facts) switch
    {
        (_, { Exists: false }) => Error("BRF-020", reference, $"'{reference.Path}' is not in the repository", facts.Elsewhere is { } other
            ? $"did you mean '{other}'?"
            : "correct the path, relative to the repository or to the brief; say that it is new if it is still to be made"),
        (_, { IsOutside: true }) => BriefIssue.Warning("BRF-022", reference.Line, reference.Column, $"'{reference.Path}' lies outside the repository, where workers do not read", "copy it into the repository, or quote what matters"),
        ({ FileLine: { } line }, { LineCount: { } count }) when line > count || line == 0 => Error("BRF-021", reference, $"'{reference.Path}' has {count} lines, so there is no line {line}", "correct the line; the file may have changed since"),
        _ => null,
    };

    private static IEnumerable<BriefIssue> Report(BriefPage page, BriefSituation situation, BriefReference reference, ReferenceFacts facts)
    {
        var cited = reference.Kind == BriefReferenceKind.Citation;
        if (!facts.Exists)
        {
            return [Error("BRF-030", reference, $"the report '{reference.Path}' does not exist", "cite the file where its run wrote it; okstra history <task> names the reports of a task")];
        }

        if (facts.Report is not { } report)
        {
            return [];
        }

        if (cited && !report.IsOfPhase && Phase(situation.Form, reference) is { } phase)
        {
            return [Error("BRF-032", reference, $"'{reference.Path}' is no report of {phase.Token()}", $"cite a report below runs/{phase.Token()}/, where its run wrote it; a copy does not count")];
        }

        if (report.ForeignTask is { } other)
        {
            var message = $"the report '{reference.Path}' belongs to the task '{other}'{(situation.Task is { } own ? $", not to '{own}'" : "")}";
            return cited ? [Error("BRF-031", reference, message, "cite the report of this task, or name the other task with --task-key")]
                : IsRelated(page, other, situation.ProjectId) ? []
                : [BriefIssue.Warning("BRF-031", reference.Line, reference.Column, message, "name that task in 'relatedTasks' of the frontmatter if it is meant")];
        }

        return [];
    }

    private static IEnumerable<BriefIssue> Uncited(BriefPage page, BriefSituation situation) =>
        from heading in situation.Form.Sources.Keys
        let section = page.Sections.FirstOrDefault(section => section.Heading.Contains(heading, StringComparison.OrdinalIgnoreCase))
        where section is not null && section.Text.Any() && !Template(situation, section) && !situation.References.Any(found => found.Reference.Kind == BriefReferenceKind.Citation && found.Reference.Heading.Contains(heading, StringComparison.OrdinalIgnoreCase))
        select BriefIssue.Error("BRF-033", section.Line, 1, $"'## {section.Heading}' cites no report", $"write the path of the report, a .md file below runs/{situation.Form.Sources[heading].Token()}/");

    private static bool Template(BriefSituation situation, BriefSection section) =>
        situation.Template.Section(section.Heading) is { } own && section.Text.All(line => own.Text.Any(known => known.Text.Trim() == line.Text.Trim()));

    private static TaskType? Phase(BriefForm form, BriefReference reference) =>
        form.Sources.Where(source => reference.Heading.Contains(source.Key, StringComparison.OrdinalIgnoreCase)).Select(source => (TaskType?)source.Value).FirstOrDefault();

    private static bool IsRelated(BriefPage page, string task, string? projectId) =>
        page.FrontMatter.All("related-tasks", "related").Any(text => TaskKey.TryParse(text, projectId, out var key, out _) && TaskKey.TryParse(task, projectId, out var other, out _) && key.Slug == other.Slug);

    private static BriefIssue Error(string id, BriefReference reference, string message, string hint) => BriefIssue.Error(id, reference.Line, reference.Column, message, hint);
}
