namespace Okstra.Core.Briefs;

/// <summary>What is wrong with a brief, where, and how it is put right.</summary>
/// <param name="Id">Rule, <c>BRF-</c> and three digits; stable.</param>
/// <param name="Level">Error or warning.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units; a tab is one.</param>
/// <param name="Message">What is wrong, naming the thing.</param>
/// <param name="Hint">What to do.</param>
public sealed record BriefIssue(string Id, BriefLevel Level, int Line, int Column, string Message, string Hint)
{
    public static BriefIssue Error(string id, int line, int column, string message, string hint) => new(id, BriefLevel.Error, line, column, message, hint);

    public static BriefIssue Warning(string id, int line, int column, string message, string hint) => new(id, BriefLevel.Warning, line, column, message, hint);
}
