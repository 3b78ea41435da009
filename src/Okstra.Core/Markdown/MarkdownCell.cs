namespace Okstra.Core.Markdown;

/// <summary>A cell of a table.</summary>
/// <param name="Raw">As written, blanks around it left out.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, of its text.</param>
public sealed record MarkdownCell(string Raw, int Line, int Column)
{
    /// <summary>What it says: escapes, entities and breaks undone, code spans as they are.</summary>
    public string Text => Core.Text.MarkdownRow.Plain(Raw);

    /// <summary>What it says where it holds machine text: code spans without their marks, one line for each break.</summary>
    public string Code => MarkdownCode.Lines(Raw);
}
