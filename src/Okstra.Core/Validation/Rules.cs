namespace Okstra.Core.Validation;

/// <summary>Every rule of the validator. Ids are never reused.</summary>
public static class Rules
{
    private const string Again = "run the report stage again with okstra resume";
    private const string Restore = "restore the section from the rendered report";

    public static Rule DataSchema { get; } = new("REP-001", "the report data satisfies final-report.v1.json", Again, RulePlace.Pointer);
    public static Rule Identity { get; } = new("REP-002", "the report belongs to this run", Again, RulePlace.Both);
    public static Rule FrontMatter { get; } = new("REP-003", "the report begins with its frontmatter block", Restore, RulePlace.Text);
    public static Rule Author { get; } = new("REP-004", "the metadata header names the author", Restore, RulePlace.Text);
    public static Rule SectionPresent { get; } = new("REP-005", "every required section is there", Restore, RulePlace.Text);
    public static Rule SectionOrder { get; } = new("REP-006", "sections stand in their order", "move the section back to its place", RulePlace.Text);
    public static Rule TableKept { get; } = new("REP-007", "tables are tables, with their columns", Restore, RulePlace.Text);
    public static Rule NoPlaceholder { get; } = new("REP-008", "no template placeholder is left", Again, RulePlace.Text);
    public static Rule RoundHistory { get; } = new("REP-009", "round history and skip reasons are quoted from the convergence state", Again, RulePlace.Both);
    public static Rule Counts { get; } = new("REP-010", "classification counts equal the convergence state and sum to the findings", Again, RulePlace.Pointer);
    public static Rule RowIdResolves { get; } = new("REP-011", "every row id that is referred to exists", "name an existing row, or remove the reference", RulePlace.Both);
    public static Rule RowIdUnique { get; } = new("REP-012", "row ids are well formed and occur once", Again, RulePlace.Both);
    public static Rule Direction { get; } = new("REP-013", "the direction is one of the direction tokens", $"use one of: {string.Join(", ", Reports.DirectionTokens.All)}", RulePlace.Pointer);
    public static Rule Verdict { get; } = new("REP-014", "only a final verification has a verdict token and a scope, each of its set", $"use one of: {string.Join(", ", Reports.DirectionTokens.Verdicts)}", RulePlace.Both);
    public static Rule PlanningHeadings { get; } = new("REP-015", "a planning report has all planning headings", Restore, RulePlace.Text);
    public static Rule ApprovalBlock { get; } = new("REP-016", "a planning report has exactly one approval mark, at the top, and no other report has one", "keep the one mark in the block above section 0", RulePlace.Text);
    public static Rule EmptyState { get; } = new("REP-017", "a section without rows says so in its fixed line", Restore, RulePlace.Text);
    public static Rule ContestedVerbatim { get; } = new("REP-018", "a contested finding shows every position verbatim", Restore, RulePlace.Text);
    public static Rule Warnings { get; } = new("REP-019", "reduced confidence and unseen changes are said in the header", Restore, RulePlace.Text);
    public static Rule Html { get; } = new("REP-020", "the page is there and asks for nothing outside itself", Again, RulePlace.Page);
    public static Rule ProblemRows { get; } = new("REP-021", "the problem summary has three to five rows", Again, RulePlace.Pointer);
    public static Rule Clarification { get; } = new("REP-022", "every request to the user says what, why and how to answer", "fill the empty cell", RulePlace.Pointer);
    public static Rule FollowUps { get; } = new("REP-023", "follow-up rows use the fixed tokens", "correct the row, or set Auto-spawn? to no and explain it in section 6", RulePlace.Pointer);
    public static Rule Routing { get; } = new("REP-024", "the recommended phase is one the routing matrix allows", "use a phase the matrix allows after this one", RulePlace.Pointer);
    public static Rule Categories { get; } = new("REP-025", "all four categories are shown", Restore, RulePlace.Both);
    public static Rule Readable { get; } = new("REP-026", "the Markdown can be read back into data: no HTML in cells, as many cells as columns, numbers where numbers belong", "correct the cell; write '|' inside a cell as '\\|'", RulePlace.Text);
    public static Rule SectionOnce { get; } = new("REP-027", "each section stands once", "make one of the two", RulePlace.Text);
    public static Rule FixedWords { get; } = new("REP-028", "cells with fixed words have one of them", "use one of the words the column allows", RulePlace.Both);
    public static Rule SaysTheSame { get; } = new("REP-029", "what stands in two places is the same in both", "write the same value into both places", RulePlace.Text);
    public static Rule SectionsOfType { get; } = new("REP-030", "a report has the deliverables of its own task type and of no other", "remove what belongs to another task type, and restore what is missing", RulePlace.Both);
    public static Rule IdPrefix { get; } = new("REP-031", "a row's id has the prefix of its table", "number rows P-001 (problem), F-001 (finding), M-001 (missing, risk), B-001 (blocker), RR-001 (residual risk), DM-001 (dependency), V-001 (check), RB-001 (rollback), OQ-001 (open question), FU-001 (follow-up), A1, Q1", RulePlace.Pointer);
    public static Rule Tickets { get; } = new("REP-032", "rows that concern tickets name them", "write the ticket, or the task id where there is none; several are separated by commas", RulePlace.Pointer);
    public static Rule AuthorOfType { get; } = new("REP-033", "the author is the report writer worker, or the lead where that is permitted", "write 'Report writer worker'; a release hand-off, and a lead that had to write itself, say 'Claude lead'", RulePlace.Pointer);
    public static Rule Conditions { get; } = new("REP-034", "a conditional acceptance lists every condition, and no other verdict has any", "list each condition as an action, or change the verdict", RulePlace.Pointer);
    public static Rule RoutingOfVerdict { get; } = new("REP-035", "the routing of a verification follows from its verdict, scope and blockers, and says why", "only 'accepted' without critical or major blockers leads to release-handoff or done; a single stage leads to release-handoff(stage-group) at most", RulePlace.Pointer);
    public static Rule Blockers { get; } = new("REP-036", "a blocker has a severity, evidence and a phase that takes it up", "use critical, major or minor, cite a path, log or test, and name error-analysis or implementation-planning", RulePlace.Pointer);
    public static Rule ResidualRisk { get; } = new("REP-037", "a residual risk has an owner of its mitigation and a trigger of escalation", "fill the empty cell", RulePlace.Pointer);
    public static Rule CommandLog { get; } = new("REP-038", "each command stands with its exact line and exit code", "write the command line as it was run and the exit code it ended with", RulePlace.Pointer);
    public static Rule ReadOnlyLog { get; } = new("REP-039", "a verification ran nothing that changes the repository", "route to implementation, and keep the evidence; a verification only looks", RulePlace.Pointer);
    public static Rule RequirementEvidence { get; } = new("REP-040", "each verified requirement has an artifact", "cite a file and line, a log or a test; what has none is a blocker", RulePlace.Pointer);
    public static Rule SourceReport { get; } = new("REP-041", "a verification and a hand-off say which report they rest on, and a verification what it inspected", "write the path of the report relative to the task, the worktree and both commits", RulePlace.Pointer);
    public static Rule PlanLink { get; } = new("REP-042", "an implementation names its plan and the recorded approval", "write the path of the planning report and quote its approval mark", RulePlace.Pointer);
    public static Rule StepResults { get; } = new("REP-043", "each step of an implementation has one commit of the commit list, or says 'Skipped: <reason>'", "give the step's commit or the reason it was skipped; list each step once", RulePlace.Pointer);
    public static Rule CommitList { get; } = new("REP-044", "each commit is listed once, with its message", "list each commit once, its message verbatim", RulePlace.Pointer);
    public static Rule DiffSummary { get; } = new("REP-045", "the diff summary names each changed file once, by its relative path", "write one row for each path that git diff --stat names", RulePlace.Pointer);
    public static Rule TddEvidence { get; } = new("REP-046", "an implementation with commits shows a test that failed and then passed, or says 'TDD exemption: <reason>'", "add the failing and the passing run of the step's test, or the exemption", RulePlace.Pointer);
    public static Rule OutOfPlan { get; } = new("REP-047", "each edit outside the plan names its file and reason", "fill the empty cell", RulePlace.Pointer);
    public static Rule Verifiers { get; } = new("REP-048", "a verifier that completed gave a verdict, and one that did not says why", "write the verdict, or the captured error into the note", RulePlace.Pointer);
    public static Rule QuotedVerdict { get; } = new("REP-049", "a hand-off that is done quotes the row 'Verdict Token | accepted' of the verification", "quote the row literally; any other verdict ends the hand-off and routes back", RulePlace.Pointer);
    public static Rule Branch { get; } = new("REP-050", "a hand-off names its feature branch", "write what git rev-parse --abbrev-ref HEAD prints", RulePlace.Pointer);
    public static Rule Selections { get; } = new("REP-051", "a hand-off has each prompt with the answer verbatim, whether a base was picked or typed, and what was edited", "write H1, H2 and H3 as they were answered; 'menu' or 'free-form' for the base; the difference after 'edit then proceed'", RulePlace.Pointer);
    public static Rule ReEntry { get; } = new("REP-052", "a hand-off that was made, skipped or cancelled routes to done, and after skip or cancel advises on coming back", "write 'done', and when it is worth coming back", RulePlace.Pointer);
    public static Rule NothingDone { get; } = new("REP-053", "after skip or cancel nothing was executed, no commit is listed and no pull request exists", "leave 4.6.4 to 4.6.6 with their fixed lines", RulePlace.Pointer);
    public static Rule HandOffCommits { get; } = new("REP-054", "each commit of a hand-off has short and full id, subject and files", "list what git log <base>..HEAD shows, with the files each commit touches", RulePlace.Pointer);
    public static Rule PullRequest { get; } = new("REP-055", "exactly one outcome of the pull request is told, and it fits the chosen action", "write one of: '- No PR action requested.', '- PR created: <url>' with title and base, '- PR reused: <url>', '- PR creation skipped: <reason>'", RulePlace.Both);
    public static Rule PlanReviewed { get; } = new("REP-056", "the self-review of a plan is the one its rules give", "correct the plan and read the report in with okstra report import, or run the report stage again with okstra resume", RulePlace.Pointer);
    public static Rule Unchanged { get; } = new("REP-090", "the Markdown is the rendered one", "nothing to do if you wrote answers into it", RulePlace.Text, IsWarning: true);
    public static Rule LeftOut { get; } = new("REP-091", "the Markdown holds nothing that the data has no place for", "move what it says into one of the columns of the report template", RulePlace.Text, IsWarning: true);
    public static Rule ApprovalsAgree { get; } = new("REP-092", "box, frontmatter and approval lines say the same", "say the same in the frontmatter and in the box", RulePlace.Text, IsWarning: true);
    public static Rule PlanSound { get; } = new("REP-093", "a plan has no flaw that keeps it from being approved", "correct the plan, or start another planning run that names these points", RulePlace.Pointer, IsWarning: true);

    public static Rule OrphanFinding { get; } = new("PRV-001", "every finding of the report stands in the convergence state", Again, RulePlace.Pointer);
    public static Rule MissingFinding { get; } = new("PRV-002", "every finding of the convergence state stands in the report", Again, RulePlace.Pointer);
    public static Rule FindingUnchanged { get; } = new("PRV-003", "findings have the values of the convergence state", Again, RulePlace.Pointer);
    public static Rule VoteHasDispatch { get; } = new("PRV-004", "every vote was cast in a dispatch", "look into worker-results/ for the dispatch that is missing or differs", RulePlace.Pointer);
    public static Rule EvidenceHasDispatch { get; } = new("PRV-005", "every citation was made in a dispatch", "look into worker-results/ for the dispatch that is missing or differs", RulePlace.Pointer);
    public static Rule SourceResolves { get; } = new("PRV-006", "every finding comes from findings of workers", "look into worker-results/ for the dispatch that is missing or differs", RulePlace.Pointer);
    public static Rule KnownWorker { get; } = new("PRV-007", "authors and voters are in the roster", Again, RulePlace.Pointer);
    public static Rule WorkerTables { get; } = new("PRV-008", "execution status and token usage equal the dispatches", Again, RulePlace.Pointer);
    public static Rule StateFollowsVotes { get; } = new("PRV-009", "the convergence state is what its votes give", "it was edited by hand, or written by an okstra with other rules; restore the file from a backup, or start a new run", RulePlace.File);
    public static Rule StateInputs { get; } = new("PRV-010", "the documents the convergence state was made from are unchanged", "one of them was edited or removed by hand; restore the file from a backup, or start a new run", RulePlace.File);

    public static Rule WorkerResult { get; } = new("ART-001", "every analyst of the roster left a result", "okstra resume dispatches what is missing; where a session leads, it asks the worker and keeps its answer in worker-results/", RulePlace.File);
    public static Rule ManifestPath { get; } = new("ART-002", "files the manifests name exist", "restore the file, or run okstra resume", RulePlace.File);
    public static Rule LeadSession { get; } = new("ART-003", "a session lead recorded its session id", "give it with okstra finish --lead-session <id>", RulePlace.File);
    public static Rule TeamCreate { get; } = new("ART-004", "the team state records how the team was created", "run okstra resume", RulePlace.File);
    public static Rule ConvergenceState { get; } = new("ART-005", "the convergence state is there", "run okstra resume", RulePlace.File);

    public static IReadOnlyList<Rule> All { get; } =
    [
        DataSchema, Identity, FrontMatter, Author, SectionPresent, SectionOrder, TableKept, NoPlaceholder, RoundHistory, Counts, RowIdResolves, RowIdUnique, Direction, Verdict,
        PlanningHeadings, ApprovalBlock, EmptyState, ContestedVerbatim, Warnings, Html, ProblemRows, Clarification, FollowUps, Routing, Categories,
        Readable, SectionOnce, FixedWords, SaysTheSame, SectionsOfType, IdPrefix, Tickets, AuthorOfType, Conditions, RoutingOfVerdict, Blockers, ResidualRisk, CommandLog, ReadOnlyLog,
        RequirementEvidence, SourceReport, PlanLink, StepResults, CommitList, DiffSummary, TddEvidence, OutOfPlan, Verifiers, QuotedVerdict, Branch, Selections, ReEntry, NothingDone,
        HandOffCommits, PullRequest, PlanReviewed, Unchanged, LeftOut, ApprovalsAgree, PlanSound,
        OrphanFinding, MissingFinding, FindingUnchanged, VoteHasDispatch, EvidenceHasDispatch, SourceResolves, KnownWorker, WorkerTables, StateFollowsVotes, StateInputs,
        WorkerResult, ManifestPath, LeadSession, TeamCreate, ConvergenceState,
    ];
}
