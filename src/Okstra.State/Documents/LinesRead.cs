namespace Okstra.State.Documents;

/// <summary>What a JSON-lines file holds.</summary>
/// <param name="Values">In file order.</param>
/// <param name="UnreadableLines">Torn or foreign lines.</param>
/// <param name="ForeignLines">Those of them that are whole lines: a kill tears the end off a line, it does not write another one.</param>
public sealed record LinesRead<T>(IReadOnlyList<T> Values, int UnreadableLines, int ForeignLines);
