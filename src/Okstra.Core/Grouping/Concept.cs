namespace Okstra.Core.Grouping;

/// <summary>What words of several languages mean alike.</summary>
/// <param name="Id">The first word of its line, after <c>#</c>.</param>
/// <param name="Family">The kind of defect; empty for a mere topic.</param>
/// <param name="IsVague">Many different defects are told with it: something fails, is missing, is not checked.</param>
internal sealed record Concept(string Id, string Family, bool IsVague);
