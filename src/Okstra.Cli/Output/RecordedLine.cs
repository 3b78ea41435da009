namespace Okstra.Cli.Output;

/// <summary>A dispatch that is over.</summary>
/// <param name="Worker">Id in the roster.</param>
/// <param name="Round">0 = analysis.</param>
/// <param name="Batch">1-based.</param>
/// <param name="Status">Terminal status token.</param>
/// <param name="Document">Absolute.</param>
internal sealed record RecordedLine(string Worker, int Round, int Batch, string Status, string Document);
