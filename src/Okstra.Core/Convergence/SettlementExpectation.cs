namespace Okstra.Core.Convergence;

/// <summary>What a citation says its command does.</summary>
/// <param name="ExitCode">As cited.</param>
/// <param name="Quote">Text of its log as cited; may be blank.</param>
public sealed record SettlementExpectation(int ExitCode, string Quote);
