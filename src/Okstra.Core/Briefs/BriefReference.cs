namespace Okstra.Core.Briefs;

/// <summary>A file a brief names.</summary>
/// <param name="Path">As written, without line number.</param>
/// <param name="FileLine">Highest line it names, from 1; null when it names none.</param>
/// <param name="Line">Line of the brief, from 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Heading">Heading it stands under.</param>
/// <param name="Kind">How it is written.</param>
public sealed record BriefReference(string Path, int? FileLine, int Line, int Column, string Heading, BriefReferenceKind Kind)
{
    /// <summary>A name without folders, which may lie anywhere.</summary>
    public bool IsBareName => !Path.Contains('/', StringComparison.Ordinal);

    /// <summary>It is a report of a run.</summary>
    public bool IsReport => Path.Contains("/final-report-", StringComparison.Ordinal) && Path.EndsWith(".md", StringComparison.Ordinal);
}
