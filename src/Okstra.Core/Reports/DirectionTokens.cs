namespace Okstra.Core.Reports;

/// <summary>Direction tokens of section 2 (R-CON-50) and verdict tokens of a final verification (R-CON-49).</summary>
public static class DirectionTokens
{
    public const string ContinueInvestigation = "continue-investigation";
    public const string BeginImplementation = "begin-implementation";
    public const string Approve = "approve";
    public const string Reject = "reject";
    public const string Hold = "hold";

    public static IReadOnlyList<string> All { get; } = [ContinueInvestigation, BeginImplementation, Approve, Reject, Hold];

    public static IReadOnlyList<string> Verdicts { get; } = ["accepted", "conditional-accept", "blocked"];
}
