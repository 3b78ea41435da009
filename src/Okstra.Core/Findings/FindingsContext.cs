namespace Okstra.Core.Findings;

/// <summary>What an answer is judged against: the prompt it replies to, so that an echo is not taken for an answer.</summary>
public sealed record FindingsContext(string Prompt)
{
    /// <summary>For answers whose prompt is unknown.</summary>
    public static FindingsContext None { get; } = new("");
}
