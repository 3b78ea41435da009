namespace Okstra.Core.Tasks;

/// <summary>From the text of a brief to a <see cref="Brief"/>; total, every text is a brief.</summary>
public static class BriefParser
{
    private const int TitleLimit = 120;

    public static Brief Parse(string text, string fileName)
    {
        var block = FrontMatterBlock.Parse(text);
        var body = text[block.BodyStart..];
        var title = block.First("title") ?? FirstHeading(body) ?? FirstLine(body);
        var declared = block.All("ticket", "tickets", "ticket-id", "ticket-ids");
        var tickets = declared.Concat(TicketIds.In(block.First("task-id") ?? "")).Concat(TicketIds.In(fileName)).Concat(TicketIds.In(title)).Concat(TicketIds.In(body));
        return new Brief
        {
            Text = text,
            Body = body,
            Title = Bounded(title),
            TaskGroup = Declared(block.First("task-group")),
            TaskId = Declared(block.First("task-id")),
            TicketIds = [.. tickets.Select(Bounded).Distinct(StringComparer.Ordinal)],
            RelatedTasks = block.All("related-tasks", "related"),
        };
    }

    /// <summary>The id of a brief that declares none: a ticket of its file name or title, the only ticket of its text, else the file name.</summary>
    /// <param name="brief">Parsed brief.</param>
    /// <param name="fileName">File name of the brief.</param>
    /// <param name="briefSha256">Names the task when nothing else can.</param>
    public static string TaskIdFor(Brief brief, string fileName, string briefSha256)
    {
        if (brief.TaskId is { } declared)
        {
            return declared;
        }

        var named = TicketIds.In(fileName).Concat(TicketIds.In(brief.Title)).ToList();
        if (named.Count > 0 || brief.TicketIds.Count == 1)
        {
            return named.Count > 0 ? named[0] : brief.TicketIds[0];
        }

        var slug = Segment.Of(Path.GetFileNameWithoutExtension(fileName));
        return slug is "_" or "brief" or "readme" ? $"brief-{briefSha256[..8]}" : slug;
    }

    // Unfilled templates carry the placeholder of empty scalars.
    private static string? Declared(string? value) => string.IsNullOrWhiteSpace(value) || value == "no-classification" || value.Contains("{{", StringComparison.Ordinal) ? null : value.Trim();

    private static string? FirstHeading(string body) =>
        body.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal) && line.Length > 2)?[2..].Trim();

    private static string FirstLine(string body) => body.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "";

    private static string Bounded(string text)
    {
        var clean = new string([.. text.Where(character => !char.IsControl(character))]).Trim();
        return clean.Length <= TitleLimit ? clean : clean[..TitleLimit];
    }
}
