using Okstra.Core.Findings;

namespace Okstra.Core.Reports;

/// <summary>One author's own wording of a finding, verbatim (R-CVG-29).</summary>
/// <param name="Worker">Who said it.</param>
/// <param name="Source">Its own id in that worker's answer.</param>
/// <param name="Claim">The words.</param>
/// <param name="Severity">As the author weighed it.</param>
/// <param name="Confidence">0 to 1, as the author weighed it.</param>
public sealed record AuthorStatement(string Worker, string Source, string Claim, Severity Severity, double Confidence);
