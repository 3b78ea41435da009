using Okstra.Core.Reports;

namespace Okstra.Testing.Reports;

/// <summary>A report of the catalogue.</summary>
/// <param name="Name">Unlike any other, fit as a file name.</param>
/// <param name="Report">The whole document.</param>
public sealed record CatalogueReport(string Name, ReportDocument Report);
