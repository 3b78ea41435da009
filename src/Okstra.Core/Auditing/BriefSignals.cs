namespace Okstra.Core.Auditing;

/// <summary>What a bug report offers to locate it by.</summary>
public sealed record BriefSignals
{
    /// <summary>Root trace first, innermost frame first.</summary>
    public required IReadOnlyList<TraceFrame> Frames { get; init; }

    public required IReadOnlyList<PathMention> Paths { get; init; }

    /// <summary>Identifiers, simple or qualified by <c>.</c>; heaviest first.</summary>
    public required IReadOnlyList<Term> Symbols { get; init; }

    /// <summary>Literal pieces of error messages and quoted texts; heaviest first.</summary>
    public required IReadOnlyList<Term> Messages { get; init; }

    /// <summary>Distinctive lower-case words of the prose; heaviest first.</summary>
    public required IReadOnlyList<Term> Words { get; init; }

    /// <summary>Ticket ids such as <c>ABC-12</c> and <c>#345</c>.</summary>
    public required IReadOnlyList<string> Tickets { get; init; }

    /// <summary>Nothing in the report can be looked up.</summary>
    public bool IsEmpty => Frames.Count == 0 && Paths.Count == 0 && Symbols.Count == 0 && Messages.Count == 0 && Words.Count == 0;
}
