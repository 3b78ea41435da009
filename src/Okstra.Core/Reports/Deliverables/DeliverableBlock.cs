namespace Okstra.Core.Reports.Deliverables;

/// <summary>A heading with its table and the lines below it; Markdown, page and validator all take it from here.</summary>
internal sealed record DeliverableBlock
{
    /// <summary>Key of the heading, and of the columns.</summary>
    public required string Key { get; init; }

    public int Level { get; init; } = 3;

    public IReadOnlyList<IReadOnlyList<CellText>> Rows { get; init; } = [];

    /// <summary>Short lines that stand alone.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Key of the line that says there is nothing; null for a heading over other blocks.</summary>
    public string? EmptyKey { get; init; }
}
