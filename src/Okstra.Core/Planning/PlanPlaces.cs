using Okstra.Core.Reports;

namespace Okstra.Core.Planning;

/// <summary>How rows of a plan are called in a flaw.</summary>
internal static class PlanPlaces
{
    public const string Options = "4.5.1";
    public const string Matrix = "4.5.2";
    public const string Recommended = "4.5.3";
    public const string Steps = "4.5.4";
    public const string Checks = "4.5.6";
    public const string Rollback = "4.5.7";

    public static string Of(PlanOption option) => $"{Options} {option.Name}";

    public static string Of(PlanTradeOff row) => $"{Matrix} {row.Option}";

    public static string Of(PlanStep step) => $"{Steps} step {step.Step}";

    public static string Of(PlanStage stage) => $"{Steps} stage {stage.Stage}";
}
