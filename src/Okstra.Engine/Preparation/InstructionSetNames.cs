namespace Okstra.Engine.Preparation;

/// <summary>Files of an instruction set (R-LAY-47).</summary>
public static class InstructionSetNames
{
    public const string LeadPrompt = "claude-execution-prompt.md";

    public const string ActiveRunContext = "active-run-context.md";

    public const string AnalysisProfile = "analysis-profile.md";

    public const string AnalysisPacket = "analysis-packet.md";

    public const string AnalysisMaterial = "analysis-material.md";

    public const string ReferenceExpectations = "reference-expectations.md";

    public const string FinalReportTemplate = "final-report-template.md";

    public const string Brief = "brief.md";

    /// <summary>Only for a hand-off (R-OPN-50).</summary>
    public const string PrTemplate = "pr-template.md";

    /// <summary>Only with a carry-in (R-LAY-46).</summary>
    public const string ClarificationResponse = "clarification-response.md";
}
