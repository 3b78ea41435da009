namespace Okstra.Core.Findings;

/// <summary>Something only the user can supply: a material (<c>A*</c> row) or a decision (<c>Q*</c> row) (R-PHS-006).</summary>
public sealed record Question
{
    /// <summary><c>material</c> or <c>decision</c>.</summary>
    public required string Kind { get; init; }

    public required string Text { get; init; }

    public string Why { get; init; } = "";

    /// <summary>For a material: where to find it and where to put it.</summary>
    public string Where { get; init; } = "";

    /// <summary>For a decision: the choices.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    public string AnswerShape { get; init; } = "";
}
