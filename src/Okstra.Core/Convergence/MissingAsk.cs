namespace Okstra.Core.Convergence;

/// <summary>A question other rules would have put that nobody answered in this run.</summary>
public sealed record MissingAsk(string FindingId, string Worker, int Round, AskRole Role);
