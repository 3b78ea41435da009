namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>The user's first words of one conversation, as the model server received them: the prompt and whatever the CLI put around it.</summary>
/// <param name="Provider"><c>anthropic</c>, <c>openai</c> or <c>gemini</c>.</param>
/// <param name="Text">All of it.</param>
internal sealed record SentPrompt(string Provider, string Text)
{
    public bool IsVoteOf(int round) => Text.Contains($"This is re-verification round {round}.", StringComparison.Ordinal);

    /// <summary>What the prompt shows of one claim, or null when it does not ask about it.</summary>
    public string? Claim(string id)
    {
        var start = Text.IndexOf($"### {id}\n", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var end = Text.IndexOf("\n### F-", start, StringComparison.Ordinal);
        return Text[start..(end < 0 ? Text.IndexOf("\n## Your answer", start, StringComparison.Ordinal) : end)].TrimEnd();
    }
}
