namespace Okstra.Engine.Preparation;

/// <summary>A bundle that is complete on disk.</summary>
/// <param name="Bundle">Everything the engine needs.</param>
/// <param name="Warnings">To be shown to the user; none of them stops the run.</param>
public sealed record PreparedRun(RunBundle Bundle, IReadOnlyList<string> Warnings);
