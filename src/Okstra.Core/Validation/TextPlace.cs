namespace Okstra.Core.Validation;

/// <summary>A place of a text file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
internal readonly record struct TextPlace(int Line, int Column)
{
    public static TextPlace Top { get; } = new(1, 1);

    /// <summary>The place of a character.</summary>
    public static TextPlace Of(string text, int index)
    {
        var before = text.AsSpan(0, index);
        return new TextPlace(before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }
}
