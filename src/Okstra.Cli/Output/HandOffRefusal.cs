namespace Okstra.Cli.Output;

/// <summary>A <c>handoff</c> verb that was refused; the same is said on standard error.</summary>
/// <param name="Ok">Always false.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Reasons">Each in a sentence of its own.</param>
/// <param name="Hint">What to do next.</param>
internal sealed record HandOffRefusal(bool Ok, string Code, IReadOnlyList<string> Reasons, string? Hint);
