using Okstra.Core.Reports;
using Okstra.Core.Reports.Deliverables;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Validation;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Validation;

/// <summary>Ways to break a rule that follow no pattern.</summary>
internal static class RunMutations
{
    public static IEnumerable<Mutation> All() => [.. Pages(), .. Verifications(), .. Implementations(), .. HandOffs(), .. Files()];

    private static IEnumerable<Mutation> Pages() =>
        from type in TaskTypes.All
        from language in Enum.GetValues<ReportLanguage>()
        let valid = SampleValidation.Full(type, language)
        from mutation in (IEnumerable<Mutation>)
        [
            Text("REP-003", valid, "no frontmatter", text => text[(text.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..]),
            Text("REP-004", valid, "another author", text => text.Replace("- Author: ", "- Author: nobody, or ", StringComparison.Ordinal)),
            Text("REP-002", valid, "the header of another run", text => text.Replace("- Run: `001`", "- Run: `002`", StringComparison.Ordinal)),
            Text("REP-008", valid, "a placeholder", text => text.Replace("- Author: ", "- Tokens: {{TOKEN_USAGE}}\n- Author: ", StringComparison.Ordinal)),
            Text("REP-005", valid, "an empty file", _ => " \n"),
            Text("REP-026", valid, "HTML in a cell", text => First(text, "| P-001 |", "| P-001 | <b>DEV-9436</b> |")),
            Text("REP-026", valid, "a bar in a cell", text => First(text, "| P-001 |", "| P-001 | a | b |")),
            Text("REP-026", valid, "a word where a number belongs", text => First(text, "| claude | sonnet | ", "| claude | sonnet | many")),
            Text("REP-090", valid, "an answer", text => text.Replace("| open |", "| resolved |", StringComparison.Ordinal)),
            Text("REP-091", valid, "a column nobody knows", text => First(text, $"| {ReportTexts.In(language)["column.source"]} |\n", $"| {ReportTexts.In(language)["column.source"]} | Mood |\n")),
            Text("REP-030", valid, "a section of another task type", text => $"{text}\n{(type == TaskType.ReleaseHandoff ? "### 4.5.3 Recommended Option" : "### 4.6.5 Commit List")}\n\n- x\n"),
            Text("REP-017", valid, "an empty section that does not say so", text => type == TaskType.ReleaseHandoff ? Cut(text, ReportTexts.In(language)["empty.1.1"]) : Emptied(text)),
            Data("REP-021", valid, "two problems", report => report with { ProblemSummary = [.. report.ProblemSummary.Take(2)] }),
            Data("REP-011", valid, "a basis that is not there", report => report with { FinalVerdict = report.FinalVerdict with { BasisIds = ["F-777"] } }),
            Data("REP-011", valid, "coverage of what is not there", report => report with { TicketCoverage = [report.TicketCoverage[0] with { RelatedIds = ["M-777"] }] }),
            Data("REP-032", valid, "coverage of no ticket", report => report with { TicketCoverage = [report.TicketCoverage[0] with { TicketId = "" }] }),
            Data("REP-022", valid, "settled without evidence", report => report with { CarryIn = [new CarryInRow("Q7", "x", "x", "resolved", "")] }),
            Data("REP-023", valid, "a vague reason", report => report with { FollowUps = [SampleReports.FollowUp with { Reason = "no time left" }] }),
            Data("REP-023", valid, "two tasks of one id", report => report with { FollowUps = [SampleReports.FollowUp, SampleReports.FollowUp with { Id = "FU-002" }] }),
            Data("REP-023", valid, "a task that follows itself", report => report with { FollowUps = [SampleReports.FollowUp with { NewTaskId = "DEV-9436" }] }),
            Data("REP-023", valid, "a task id with blanks", report => report with { FollowUps = [SampleReports.FollowUp with { NewTaskId = "old carts" }] }),
            new Mutation("REP-020", "no page", valid, inputs => inputs with { Html = inputs.Html with { Text = null } }),
            new Mutation("REP-020", "a page without a policy", valid, inputs => inputs with { Html = inputs.Html with { Text = inputs.Html.Text!.Replace("default-src 'none'", "default-src *", StringComparison.Ordinal) } }),
            new Mutation("REP-020", "a page that loads", valid, inputs => inputs with { Html = inputs.Html with { Text = inputs.Html.Text!.Replace("</body>", "<img src=\"https://example.org/x.png\"></body>", StringComparison.Ordinal) } }),
            new Mutation("REP-001", "data of nothing", valid, inputs => inputs with { ReportData = inputs.ReportData with { Text = "{}" } }),
            .. type == TaskType.ImplementationPlanning ? Approvals(valid) : [Text("REP-016", valid, "an approval mark", text => $"{text}\n- [ ] Approved\n")],
            .. type == TaskType.ReleaseHandoff ? [] : Quotes(valid),
        ]
        select mutation;

    private static IEnumerable<Mutation> Approvals(ValidationInputs valid) =>
    [
        Text("REP-016", valid, "no mark", text => text.Replace("- [ ] Approved", "", StringComparison.Ordinal)),
        Text("REP-016", valid, "a second mark", text => $"{text}\n- [ ] Approved\n"),
        Text("REP-016", valid, "a second mark that says otherwise", text => $"{text}\n- [x] Approved\n"),
        Text("REP-092", valid, "a box the frontmatter does not know of", text => text.Replace("- [ ] Approved", "- [x] Approved", StringComparison.Ordinal)),
        Text("REP-092", valid, "a frontmatter the box does not know of", text => text.Replace("approved: false", "approved: true", StringComparison.Ordinal)),
        Text("REP-092", valid, "a line that neither knows of", text => text.Replace("- [ ] Approved", "- [ ] Approved\n- User Approval: granted", StringComparison.Ordinal)),
        Text("REP-003", valid, "no word on approval", text => text.Replace("approved: false\n", "", StringComparison.Ordinal)),
        .. new[] { "Option Candidates", "Trade-off Matrix", "Recommended Option", "Stepwise Execution Order", "Dependency / Migration Risk", "Validation Checklist", "Rollback Strategy", "Open Questions" }
            .Select(name => Text("REP-015", valid, $"another heading than '{name}'", text => text.Replace(name, "Something", StringComparison.Ordinal))),
        Data("REP-030", valid, "no plan", report => report with { Plan = null }),
        Data("REP-056", valid, "a review that found nothing", report => report with { Plan = CopyWithReview(report.Plan!, []) }),
    ];

    private static IEnumerable<Mutation> Quotes(ValidationInputs valid) =>
    [
        Text("REP-009", valid, "another row of a round", text => First(text, "| 1 | 5 (F-001, F-002, F-003, F-004, F-005) |", "| 1 | 4 (F-001, F-002, F-003, F-004) |")),
        Text("REP-009", valid, "another reason to skip", text => text.Replace("round2SkippedReason: `null`", "round2SkippedReason: `budget`", StringComparison.Ordinal)),
        Text("REP-018", valid, "a position in other words", text => text.Replace("Generated or not, the quote does not exist.", "It does not exist.", StringComparison.Ordinal)),
        Text("REP-025", valid, "a category left out", text => text.Replace("Worker-Unique", "Unique", StringComparison.Ordinal)),
        Text("REP-029", valid, "a finding classed in two ways", text => First(text, "full-consensus — ", "worker-unique — ")),
        Text("REP-011", valid, "positions on nothing", text => First(text, "#### F-004 ", "#### F-444 ")),
        Data("REP-025", valid, "a finding shown nowhere", report => report with { DifferenceIds = [] }),
        Data("REP-011", valid, "a consensus on nothing", report => report with { ConsensusIds = ["F-777"] }),
    ];

    private static IEnumerable<Mutation> Verifications()
    {
        var valid = SampleValidation.Full(TaskType.FinalVerification, ReportLanguage.English);
        return
        [
            Data("REP-014", valid, "no scope", report => report with { VerificationScope = null }),
            Data("REP-014", valid, "no verdict", report => report with { VerdictToken = null }),
            Data("REP-014", SampleValidation.Full(TaskType.Implementation, ReportLanguage.English), "a verdict of an implementation", report => report with { VerdictToken = "accepted" }),
            Data("REP-034", valid, "no condition", report => report with { Conditions = [] }),
            Data("REP-034", valid, "a blank condition", report => report with { Conditions = [""] }),
            Data("REP-034", valid, "conditions of a block", report => report with { VerdictToken = "blocked" }),
            Data("REP-035", valid, "a hand-off on condition", report => report with { Routing = "release-handoff" }),
            Data("REP-035", valid, "the end on condition", report => report with { Routing = "done" }),
            Data("REP-035", valid, "a whole hand-off of a stage", report => report with { VerdictToken = "accepted", Conditions = [], VerificationScope = "single-stage", Routing = "release-handoff" }),
            Data("REP-035", valid, "accepted with a critical blocker", report => report with { VerdictToken = "accepted", Conditions = [], Blockers = [report.Blockers[0] with { Severity = "critical" }] }),
            Data("REP-036", SampleValidation.Full(TaskType.Implementation, ReportLanguage.English), "a blocker of an implementation", report => report with { Blockers = [new BlockerRow("B-001", "minor", "x", "error-analysis")] }),
            Data("REP-038", valid, "a command without an end", report => report with { Verification = report.Verification! with { Commands = [new CommandRun("dotnet test", null, "")] } }),
            .. new[] { "git commit -m x", "cd src && git push", "rm -rf obj", "git -C src reset --hard", "gh pr merge 1" }
                .Select(command => Data("REP-039", valid, $"'{command}' in the log", report => report with { Verification = report.Verification! with { Commands = [new CommandRun(command, 0, "done")] } })),
            Data("REP-040", valid, "no evidence", report => report with { Verification = report.Verification! with { Evidence = [] } }),
            Data("REP-041", valid, "no source report", report => report with { SourceReport = null }),
            Data("REP-041", valid, "a source report anywhere", report => report with { SourceReport = "/home/x/report.md" }),
            Data("REP-041", valid, "no base", report => report with { BaseSha = null }),
            Data("REP-041", valid, "no head", report => report with { HeadSha = null }),
            Data("REP-030", valid, "no verification", report => report with { Verification = null }),
            Text("REP-014", valid, "two verdicts", text => text.Replace("| Verdict Token | conditional-accept |", "| Verdict Token | conditional-accept |\n| Verdict Token | accepted |", StringComparison.Ordinal)),
            Text("REP-014", valid, "no verdict", text => Cut(text, "| Verdict Token | conditional-accept |")),
            Text("REP-029", valid, "another verdict than the data", text => text.Replace("| Verdict Token | conditional-accept |", "| Verdict Token | accepted |", StringComparison.Ordinal)),
            Text("REP-029", valid, "another routing below", text => First(text, "| Routing | `error-analysis` |", "| Routing | `implementation` |")),
            Text("REP-028", valid, "a blocker of no severity", text => First(text, "| B-001 | minor |", "| B-001 | tiny |")),
        ];
    }

    private static IEnumerable<Mutation> Implementations()
    {
        var valid = SampleValidation.Full(TaskType.Implementation, ReportLanguage.English);
        Mutation Work(string rule, string name, Func<ImplementationSection, ImplementationSection> change) => Data(rule, valid, name, report => report with { Implementation = change(report.Implementation!) });
        return
        [
            Data("REP-030", valid, "no implementation", report => report with { Implementation = null }),
            Work("REP-043", "no steps", work => work with { Steps = [] }),
            Work("REP-043", "a step of no commit", work => work with { Steps = [new StepResult("1", null, null)] }),
            Work("REP-043", "a step skipped for nothing", work => work with { Steps = [new StepResult("1", null, " ")] }),
            Work("REP-043", "a step of another commit", work => work with { Steps = [new StepResult("1", "aaaaaaaa", null)] }),
            Work("REP-043", "a step twice", work => work with { Steps = [work.Steps[0], work.Steps[0]] }),
            Work("REP-044", "a commit twice", work => work with { Commits = [.. work.Commits, work.Commits[0]] }),
            Work("REP-045", "commits that change nothing", work => work with { Diff = [] }),
            Work("REP-045", "a file twice", work => work with { Diff = [work.Diff[0], work.Diff[0]] }),
            Work("REP-045", "a file anywhere", work => work with { Diff = [work.Diff[0] with { Path = "/etc/hosts" }] }),
            Work("REP-046", "no test", work => work with { Tdd = [], TddExemptions = [] }),
            Work("REP-046", "an exemption for nothing", work => work with { TddExemptions = [""] }),
            Work("REP-038", "a validation without an end", work => work with { Validation = [new CommandRun("dotnet test", null, "")] }),
            Work("REP-048", "a verifier that just did not run", work => work with { Verifiers = [work.Verifiers[1] with { Note = "" }] }),
            Text("REP-029", valid, "another routing below", text => First(text, "| Routing | `final-verification` |", "| Routing | `error-analysis` |")),
        ];
    }

    private static IEnumerable<Mutation> HandOffs()
    {
        var valid = SampleValidation.Full(TaskType.ReleaseHandoff, ReportLanguage.Korean);
        Mutation Hand(string rule, string name, Func<HandOffSection, HandOffSection> change) => Data(rule, valid, name, report => report with { HandOff = change(report.HandOff!) });
        HandOffSection Chosen(HandOffSection section, string prompt, string answer) => section with { Selections = [.. section.Selections.Select(row => row.Prompt.StartsWith(prompt, StringComparison.Ordinal) ? row with { Answer = answer } : row)] };
        return
        [
            Data("REP-030", valid, "no hand-off", report => report with { HandOff = null }),
            Data("REP-041", valid, "no source report", report => report with { SourceReport = "" }),
            Data("REP-033", valid, "the report writer's hand", report => report with { Author = "Report writer worker" }),
            Hand("REP-049", "another verdict", section => section with { VerdictRow = "| Verdict Token | conditional-accept |" }),
            Hand("REP-049", "a verdict in other words", section => section with { VerdictRow = "accepted" }),
            Hand("REP-051", "no action", section => section with { Selections = [] }),
            Hand("REP-051", "an unknown action", section => Chosen(section, "H1", "merge")),
            Hand("REP-051", "no base", section => section with { Selections = [section.Selections[0], section.Selections[2]] }),
            Hand("REP-051", "no text", section => section with { Selections = [section.Selections[0], section.Selections[1]] }),
            Hand("REP-051", "a base from nowhere", section => section with { Selections = [section.Selections[0], section.Selections[1] with { Source = "" }, section.Selections[2]] }),
            Hand("REP-051", "an edit without a difference", section => section with { Selections = [section.Selections[0], section.Selections[1], section.Selections[2] with { Difference = "" }] }),
            Hand("REP-051", "an answer twice", section => section with { Selections = [.. section.Selections, section.Selections[0]] }),
            Data("REP-052", valid, "made and not done", report => report with { Routing = "implementation" }),
            Hand("REP-052", "skipped without advice", section => Chosen(section, "H1", "skip")),
            Hand("REP-052", "cancelled without advice", section => Chosen(section, "H3", "cancel")),
            .. new[] { ("H1", "skip"), ("H3", "cancel") }.SelectMany(stop => new[]
            {
                Hand("REP-053", $"commands after {stop.Item2}", section => Chosen(section, stop.Item1, stop.Item2) with { Commits = [], PullRequest = new PullRequestOutcome.NotRequested(), ReEntryAdvice = "x" }),
                Hand("REP-053", $"commits after {stop.Item2}", section => Chosen(section, stop.Item1, stop.Item2) with { Commands = [], PullRequest = new PullRequestOutcome.NotRequested(), ReEntryAdvice = "x" }),
                Hand("REP-053", $"a pull request after {stop.Item2}", section => Chosen(section, stop.Item1, stop.Item2) with { Commands = [], Commits = [], ReEntryAdvice = "x" }),
            }),
            Hand("REP-054", "a commit of no file", section => section with { Commits = [section.Commits[0] with { Files = [] }] }),
            Hand("REP-054", "a short id of another commit", section => section with { Commits = [section.Commits[0] with { ShortSha = "abcdef12" }] }),
            Hand("REP-055", "no word on the pull request", section => section with { PullRequest = new PullRequestOutcome.NotRequested() }),
            Hand("REP-055", "skipped for nothing", section => section with { PullRequest = new PullRequestOutcome.Skipped("") }),
            Hand("REP-055", "reused from nowhere", section => section with { PullRequest = new PullRequestOutcome.Reused("see above") }),
            Hand("REP-055", "a pull request of what stays", section => Chosen(section, "H1", "local only")),
            Text("REP-055", valid, "two outcomes", text => text.Replace("- PR created: ", "- PR reused: https://git.example.com/1\n- PR created: ", StringComparison.Ordinal)),
            Text("REP-055", valid, "an outcome in other words", text => text.Replace("- PR created: ", "- PR opened: ", StringComparison.Ordinal)),
            Text("REP-055", valid, "no address", text => text.Replace("- PR created: https://git.example.com/shop/pull/12", "- PR created: soon", StringComparison.Ordinal)),
        ];
    }

    private static IEnumerable<Mutation> Files() =>
    [
        .. Mutations.All.Where(pair => pair.Key.StartsWith("PRV-", StringComparison.Ordinal) || pair.Key.StartsWith("ART-", StringComparison.Ordinal) || pair.Key is "REP-010" or "REP-019")
            .Select(pair => new Mutation(pair.Key, "the first way", pair.Key == "REP-019" ? SampleValidation.Of(SampleRun.Reduced(ReportLanguage.English)) : SampleValidation.Valid(TaskType.ErrorAnalysis, ReportLanguage.English), _ => pair.Value())),
        .. new[] { TaskType.Implementation, TaskType.FinalVerification, TaskType.ReleaseHandoff }.SelectMany(type =>
        {
            var valid = SampleValidation.Full(type, ReportLanguage.English);
            return new[]
            {
                new Mutation("ART-001", "no result of a worker", valid, inputs => inputs with { WorkerFiles = [] }),
                new Mutation("ART-002", "a file of the manifest is gone", valid, inputs => inputs with { ManifestPaths = new Dictionary<string, bool>(StringComparer.Ordinal) { ["manifests/gone.json"] = false } }),
                new Mutation("ART-003", "no session", valid, inputs => inputs with { Team = SampleValidation.Team("session", "") }),
                new Mutation("ART-004", "no team", valid, inputs => inputs with { Team = null }),
            };
        }),
    ];

    private static PlanSection CopyWithReview(PlanSection plan, IReadOnlyList<Core.Planning.PlanFlaw> review) => plan with { Review = review };

    private static Mutation Text(string rule, ValidationInputs valid, string name, Func<string, string> change) => new(rule, name, valid, inputs =>
    {
        var text = change(inputs.Markdown.Text!);
        return text != inputs.Markdown.Text ? inputs with { Markdown = inputs.Markdown with { Text = text } } : throw new InvalidOperationException($"{rule} {name} changes nothing in {inputs.TaskType.Token()}");
    });

    private static Mutation Data(string rule, ValidationInputs valid, string name, Func<ReportDocument, ReportDocument> change) => new(rule, name, valid, inputs => inputs.ChangeData(change));

    private static string First(string text, string from, string to)
    {
        var index = text.IndexOf(from, StringComparison.Ordinal);
        return index < 0 ? text : string.Concat(text.AsSpan(0, index), to, text.AsSpan(index + from.Length));
    }

    private static string Cut(string text, string line) => First(text, $"\n{line}\n", "\n");

    // The follow-ups' table and nothing in its place.
    private static string Emptied(string text)
    {
        var start = text.IndexOf("\n## 7. ", StringComparison.Ordinal);
        return text[..text.IndexOf('\n', start + 1)] + "\n";
    }
}
