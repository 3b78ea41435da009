namespace Okstra.Core.Problems;

/// <summary>A mistake or circumstance the user can act on: what happened to which named thing, and what to do next.</summary>
/// <param name="Code">Stable code, <c>OKS</c> and four digits.</param>
/// <param name="Message">What happened, naming the thing and what is valid.</param>
/// <param name="Hint">What to do next; never a complete destructive command.</param>
public sealed record Problem(string Code, string Message, string? Hint = null);
