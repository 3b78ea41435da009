namespace Okstra.Cli.Output;

/// <summary>What <c>okstra answer --from</c> reads.</summary>
internal sealed record AnswerInput
{
    public IReadOnlyList<AnswerLine> Answers { get; init; } = [];

    /// <summary>Rows nobody needs to answer any more.</summary>
    public IReadOnlyList<AnswerLine> Obsolete { get; init; } = [];
}
