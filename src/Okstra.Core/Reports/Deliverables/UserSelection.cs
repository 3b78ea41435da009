namespace Okstra.Core.Reports.Deliverables;

/// <summary>A prompt of the hand-off and the user's answer (R-REP-68).</summary>
public sealed record UserSelection
{
    /// <summary><c>H1</c> action, <c>H2</c> base, <c>H3</c> text.</summary>
    public required string Prompt { get; init; }

    /// <summary>Verbatim.</summary>
    public required string Answer { get; init; }

    /// <summary>For the base: <c>menu</c> or <c>free-form</c>; otherwise empty.</summary>
    public required string Source { get; init; }

    /// <summary>Between the drafted and the final text when the user edited it; otherwise empty.</summary>
    public required string Difference { get; init; }
}
