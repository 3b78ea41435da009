namespace Okstra.Core.Planning;

/// <summary>One rule of the self-review (R-PHS-035, R-PHS-036).</summary>
/// <param name="Id">Stable, <c>PLN-…</c>; its text stands under <c>plan.&lt;id&gt;</c>.</param>
/// <param name="Check">Which of the five checks it belongs to.</param>
/// <param name="Blocking">A plan that breaks it cannot be approved.</param>
public sealed record PlanRule(string Id, PlanCheckKind Check, bool Blocking = true)
{
    public static PlanRule PartMissing { get; } = new("PLN-001", PlanCheckKind.Coverage);

    public static PlanRule TicketUnserved { get; } = new("PLN-002", PlanCheckKind.Coverage);

    public static PlanRule FileUntouched { get; } = new("PLN-003", PlanCheckKind.Coverage);

    public static PlanRule NoCheckOfPhase { get; } = new("PLN-004", PlanCheckKind.Coverage, Blocking: false);

    public static PlanRule Placeholder { get; } = new("PLN-010", PlanCheckKind.Placeholder);

    public static PlanRule EmptyCell { get; } = new("PLN-011", PlanCheckKind.Placeholder);

    public static PlanRule UnknownOption { get; } = new("PLN-020", PlanCheckKind.Consistency);

    public static PlanRule OptionNotCompared { get; } = new("PLN-021", PlanCheckKind.Consistency);

    public static PlanRule UnlistedFile { get; } = new("PLN-022", PlanCheckKind.Consistency);

    public static PlanRule NoSuchFile { get; } = new("PLN-023", PlanCheckKind.Consistency);

    public static PlanRule NotNew { get; } = new("PLN-024", PlanCheckKind.Consistency);

    public static PlanRule NoFilePath { get; } = new("PLN-025", PlanCheckKind.Consistency);

    public static PlanRule UnknownStep { get; } = new("PLN-026", PlanCheckKind.Consistency);

    public static PlanRule StepOutsideStages { get; } = new("PLN-027", PlanCheckKind.Consistency);

    public static PlanRule StageFilesDiffer { get; } = new("PLN-028", PlanCheckKind.Consistency);

    public static PlanRule StageOrder { get; } = new("PLN-029", PlanCheckKind.Consistency);

    public static PlanRule UnknownToken { get; } = new("PLN-030", PlanCheckKind.Consistency);

    public static PlanRule NameTwice { get; } = new("PLN-031", PlanCheckKind.Consistency);

    public static PlanRule TwoWays { get; } = new("PLN-040", PlanCheckKind.Ambiguity, Blocking: false);

    public static PlanRule AbstractCheck { get; } = new("PLN-041", PlanCheckKind.Ambiguity);

    public static PlanRule OpenAndBlocking { get; } = new("PLN-042", PlanCheckKind.Ambiguity);

    public static PlanRule Independent { get; } = new("PLN-050", PlanCheckKind.Scope, Blocking: false);

    public static IReadOnlyList<PlanRule> All { get; } =
    [
        PartMissing, TicketUnserved, FileUntouched, NoCheckOfPhase, Placeholder, EmptyCell, UnknownOption, OptionNotCompared, UnlistedFile, NoSuchFile, NotNew, NoFilePath,
        UnknownStep, StepOutsideStages, StageFilesDiffer, StageOrder, UnknownToken, NameTwice, TwoWays, AbstractCheck, OpenAndBlocking, Independent,
    ];
}
