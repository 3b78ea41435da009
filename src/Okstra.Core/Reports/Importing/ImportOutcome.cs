namespace Okstra.Core.Reports.Importing;

/// <summary>What a Markdown report gave.</summary>
/// <param name="Report">Null when a problem that is no warning stands in the way.</param>
/// <param name="Problems">In the order of the file.</param>
public sealed record ImportOutcome(ReportDocument? Report, IReadOnlyList<ImportProblem> Problems);
