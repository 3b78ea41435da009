namespace Okstra.Cli.Output;

/// <summary>How one worker's analysis ended.</summary>
/// <param name="Id">Worker.</param>
/// <param name="Status">Terminal status token.</param>
/// <param name="Reason">Why it did not complete; null when it did.</param>
internal sealed record WorkerLine(string Id, string Status, string? Reason);
