using Okstra.Core.Reports.Importing;

namespace Okstra.Engine.Reporting;

/// <summary>What an import did.</summary>
/// <param name="Imported">The Markdown could be read.</param>
/// <param name="Changed">The data document is another one than before, or would be.</param>
/// <param name="Kept">Where the data document of before is kept, absolute; null when nothing was replaced.</param>
/// <param name="Problems">What the Markdown has wrong.</param>
public sealed record ImportedReport(bool Imported, bool Changed, string? Kept, IReadOnlyList<ImportProblem> Problems);
