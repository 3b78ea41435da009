namespace Okstra.Core.Validation;

/// <summary>Every rule of the validator. Ids are never reused.</summary>
public static class Rules
{
    private const string Again = "run the report stage again with okstra resume";
    private const string Restore = "restore the section from the rendered report";

    public static Rule DataSchema { get; } = new("REP-001", "the report data satisfies final-report.v1.json", Again);
    public static Rule Identity { get; } = new("REP-002", "the report data belongs to this run", Again);
    public static Rule FrontMatter { get; } = new("REP-003", "the report begins with its frontmatter block", Restore);
    public static Rule Author { get; } = new("REP-004", "the metadata header names the author", Restore);
    public static Rule SectionPresent { get; } = new("REP-005", "every required section is there", Restore);
    public static Rule SectionOrder { get; } = new("REP-006", "sections stand in their order", "move the section back to its place");
    public static Rule TableKept { get; } = new("REP-007", "tables are tables, with their columns", Restore);
    public static Rule NoPlaceholder { get; } = new("REP-008", "no template placeholder is left", Again);
    public static Rule RoundHistory { get; } = new("REP-009", "round history and skip reasons are quoted from the convergence state", Again);
    public static Rule Counts { get; } = new("REP-010", "classification counts equal the convergence state and sum to the findings", Again);
    public static Rule RowIdResolves { get; } = new("REP-011", "every row id that is referred to exists", "name an existing row, or remove the reference");
    public static Rule RowIdUnique { get; } = new("REP-012", "row ids are well formed and occur once", Again);
    public static Rule Direction { get; } = new("REP-013", "the direction is one of the direction tokens", $"use one of: {string.Join(", ", Reports.DirectionTokens.All)}");
    public static Rule Verdict { get; } = new("REP-014", "only a final verification has a verdict token and a scope, each of its set", $"use one of: {string.Join(", ", Reports.DirectionTokens.Verdicts)}");
    public static Rule PlanningHeadings { get; } = new("REP-015", "a planning report has all planning headings", Restore);
    public static Rule ApprovalBlock { get; } = new("REP-016", "a planning report has exactly one approval mark, at the top", "keep the one mark in the block above section 0");
    public static Rule EmptyState { get; } = new("REP-017", "a section without rows says so in its fixed line", Restore);
    public static Rule ContestedVerbatim { get; } = new("REP-018", "a contested finding shows every position verbatim", Restore);
    public static Rule Warnings { get; } = new("REP-019", "reduced confidence and unseen changes are said in the header", Restore);
    public static Rule Html { get; } = new("REP-020", "the page is there and asks for nothing outside itself", Again);
    public static Rule ProblemRows { get; } = new("REP-021", "the problem summary has three to five rows", Again);
    public static Rule Clarification { get; } = new("REP-022", "every request to the user says what, why and how to answer", "fill the empty cell");
    public static Rule FollowUps { get; } = new("REP-023", "follow-up rows use the fixed tokens", "correct the row, or set Auto-spawn? to no and explain it in section 6");
    public static Rule Routing { get; } = new("REP-024", "the recommended phase is one the routing matrix allows", "use a phase the matrix allows after this one");
    public static Rule Categories { get; } = new("REP-025", "all four categories are shown", Restore);
    public static Rule Unchanged { get; } = new("REP-090", "the Markdown is the rendered one", "nothing to do if you wrote answers into it", IsWarning: true);

    public static Rule OrphanFinding { get; } = new("PRV-001", "every finding of the report stands in the convergence state", Again);
    public static Rule MissingFinding { get; } = new("PRV-002", "every finding of the convergence state stands in the report", Again);
    public static Rule FindingUnchanged { get; } = new("PRV-003", "findings have the values of the convergence state", Again);
    public static Rule VoteHasDispatch { get; } = new("PRV-004", "every vote was cast in a dispatch", "look into worker-results/ for the dispatch that is missing or differs");
    public static Rule EvidenceHasDispatch { get; } = new("PRV-005", "every citation was made in a dispatch", "look into worker-results/ for the dispatch that is missing or differs");
    public static Rule SourceResolves { get; } = new("PRV-006", "every finding comes from findings of workers", "look into worker-results/ for the dispatch that is missing or differs");
    public static Rule KnownWorker { get; } = new("PRV-007", "authors and voters are in the roster", Again);
    public static Rule WorkerTables { get; } = new("PRV-008", "execution status and token usage equal the dispatches", Again);
    public static Rule StateFollowsVotes { get; } = new("PRV-009", "the convergence state is what its votes give", "it was edited by hand, or written by an okstra with other rules; restore the file from a backup, or start a new run");
    public static Rule StateInputs { get; } = new("PRV-010", "the documents the convergence state was made from are unchanged", "one of them was edited or removed by hand; restore the file from a backup, or start a new run");

    public static Rule WorkerResult { get; } = new("ART-001", "every analyst of the roster left a result", "okstra resume dispatches what is missing; where a session leads, it asks the worker and keeps its answer in worker-results/");
    public static Rule ManifestPath { get; } = new("ART-002", "files the manifests name exist", "restore the file, or run okstra resume");
    public static Rule LeadSession { get; } = new("ART-003", "a session lead recorded its session id", "give it with okstra finish --lead-session <id>");
    public static Rule TeamCreate { get; } = new("ART-004", "the team state records how the team was created", "run okstra resume");
    public static Rule ConvergenceState { get; } = new("ART-005", "the convergence state is there", "run okstra resume");

    public static IReadOnlyList<Rule> All { get; } =
    [
        DataSchema, Identity, FrontMatter, Author, SectionPresent, SectionOrder, TableKept, NoPlaceholder, RoundHistory, Counts, RowIdResolves, RowIdUnique, Direction, Verdict,
        PlanningHeadings, ApprovalBlock, EmptyState, ContestedVerbatim, Warnings, Html, ProblemRows, Clarification, FollowUps, Routing, Categories, Unchanged,
        OrphanFinding, MissingFinding, FindingUnchanged, VoteHasDispatch, EvidenceHasDispatch, SourceResolves, KnownWorker, WorkerTables, StateFollowsVotes, StateInputs,
        WorkerResult, ManifestPath, LeadSession, TeamCreate, ConvergenceState,
    ];
}
