namespace Okstra.Core.Reports.Deliverables;

/// <summary>Text of a cell before any renderer escaped it.</summary>
/// <param name="Text">As the document has it.</param>
/// <param name="IsCode">A command, path, id or other machine text.</param>
internal readonly record struct CellText(string Text, bool IsCode)
{
    public static CellText Prose(string text) => new(text, IsCode: false);

    public static CellText Code(string text) => new(text, IsCode: true);
}
