namespace Okstra.State.Documents;

/// <summary>What a JSON-lines file holds.</summary>
/// <param name="Values">In file order.</param>
/// <param name="UnreadableLines">Torn or foreign lines.</param>
public sealed record LinesRead<T>(IReadOnlyList<T> Values, int UnreadableLines);
