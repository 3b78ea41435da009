namespace Okstra.Core.Phases;

/// <summary>What is known of a cited report.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Exists">It is a file.</param>
/// <param name="IsOfPhase">It lies in a run directory of the phase it is cited for.</param>
/// <param name="ForeignTask">Task it lies in, for the message; null when that is the right one.</param>
/// <param name="Stage">Number of its stage run; null when it lies in none.</param>
public sealed record CitedReport(string Path, bool Exists, bool IsOfPhase, string? ForeignTask, int? Stage);
