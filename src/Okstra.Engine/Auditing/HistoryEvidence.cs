using Okstra.Core.Findings;

namespace Okstra.Engine.Auditing;

/// <summary>What the history lens found about a range of lines.</summary>
/// <param name="Reason">A clause.</param>
/// <param name="Citations">A line the commit wrote, and the commit.</param>
/// <param name="IsAboutReport">The commit's message speaks of what the report speaks of.</param>
internal sealed record HistoryEvidence(string Reason, IReadOnlyList<Citation> Citations, bool IsAboutReport);
