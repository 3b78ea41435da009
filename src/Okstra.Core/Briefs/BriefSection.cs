namespace Okstra.Core.Briefs;

/// <summary>A heading with what stands below it, deeper headings included.</summary>
/// <param name="Heading">Its words.</param>
/// <param name="Level">1 to 6.</param>
/// <param name="Line">From 1.</param>
/// <param name="Lines">What stands below; numbered like the file, comments blanked.</param>
public sealed record BriefSection(string Heading, int Level, int Line, IReadOnlyList<BriefLine> Lines)
{
    /// <summary>Lines with text that are no headings.</summary>
    public IEnumerable<BriefLine> Text => Lines.Where(line => line.Text.Trim().Length > 0 && !(line.Text.StartsWith('#') && !line.IsCode));
}
