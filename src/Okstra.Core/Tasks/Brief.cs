namespace Okstra.Core.Tasks;

/// <summary>What the user asked for: the brief's text and what its frontmatter says.</summary>
public sealed record Brief
{
    /// <summary>Complete text, frontmatter included.</summary>
    public required string Text { get; init; }

    /// <summary>Text after the frontmatter.</summary>
    public required string Body { get; init; }

    /// <summary>Frontmatter title, else the first heading, else the first line with text.</summary>
    public required string Title { get; init; }

    public string? TaskGroup { get; init; }

    public string? TaskId { get; init; }

    /// <summary>Tickets named in frontmatter, file name, title and body, in that order.</summary>
    public required IReadOnlyList<string> TicketIds { get; init; }

    public required IReadOnlyList<string> RelatedTasks { get; init; }
}
