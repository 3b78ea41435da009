namespace Okstra.Core.Convergence;

/// <summary>One finding put before one worker, and in which role.</summary>
public sealed record Ask(string FindingId, AskRole Role);
