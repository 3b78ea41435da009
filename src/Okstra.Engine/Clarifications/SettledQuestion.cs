namespace Okstra.Engine.Clarifications;

/// <summary>A question of a report that needs nobody any more.</summary>
/// <param name="Id"><c>A1</c>, <c>Q1</c>, …</param>
/// <param name="Text">What was asked.</param>
/// <param name="Status"><c>resolved</c> or <c>obsolete</c>.</param>
/// <param name="Answer">The answer that counts.</param>
/// <param name="Evidence">The entry and what settled it.</param>
/// <param name="Contradictions">Different answers it was given; empty when they agree.</param>
public sealed record SettledQuestion(string Id, string Text, string Status, string Answer, string Evidence, IReadOnlyList<string> Contradictions);
