namespace Okstra.Core.Convergence;

/// <summary>A citation that begins with a confirmed command but is not run.</summary>
/// <param name="FindingId"><c>F-001</c>, …</param>
/// <param name="Argv">As cited.</param>
/// <param name="Reason">Such as <c>selector refused: …</c>.</param>
public sealed record SettlementRefusal(string FindingId, IReadOnlyList<string> Argv, string Reason);
