using Okstra.Core.Convergence;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>Composes the report: tables from state, words from the report writer or, where it is silent, plain sentences about that state. Pure.</summary>
public static class ReportComposer
{
    /// <summary>Vendor of the built-in workers, behind which there is no model.</summary>
    private const string BuiltInVendor = "okstra";

    public static ReportDocument Compose(ReportInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var material = Gather(inputs);
        var writer = inputs.Dispatches.LastOrDefault(dispatch => dispatch is { Round: -1, Usable: true, Narrative: not null });
        var written = writer?.Narrative ?? NarrativeFields.Empty;
        var risks = RiskRows.Compose(material, written.OpenRisks);
        var materials = ClarificationRows.Materials(material);
        var questions = ClarificationRows.Questions(material);
        var plan = inputs.TaskType == TaskType.ImplementationPlanning ? PlanComposer.Compose(material, written, writer?.Worker ?? "") : null;
        var routing = VerdictComposer.Routing(material, materials.Count + questions.Count);
        var own = new NarrativeComposer(material, routing, [.. materials.Select(row => row.Id), .. questions.Select(row => row.Id)]).Compose();
        var problems = ProblemRows.Compose(material, written.ProblemSummary, own.ProblemSummary);
        var convergence = inputs.Convergence;
        return new ReportDocument
        {
            TaskKey = inputs.TaskKey.ToString(),
            TaskType = inputs.TaskType,
            Seq = inputs.Seq,
            Stage = null,
            Language = inputs.Language,
            Title = written.Title ?? own.Title!,
            Author = "Report writer worker",
            GeneratedAt = inputs.GeneratedAt,
            Mode = material.Mode,
            Header = Header(material),
            BaseSha = inputs.Project.BaseCommit,
            HeadSha = inputs.Project.InspectedCommit,
            Inputs = inputs.DocumentHashes,
            CarryIn = CarryInRows.Compose(material),
            ProblemSummary = problems,
            TicketCoverage = CoverageRows.Compose(material, problems, risks, materials, questions),
            ExecutionStatus = WorkerRows.Execution(material),
            TokenUsage = WorkerRows.Tokens(inputs.Roster, inputs.Dispatches),
            Findings = material.Findings,
            ConsensusIds = [.. material.Confirmed.Select(finding => finding.Id)],
            DifferenceIds = [.. material.Findings.Where(Differs).Select(finding => finding.Id)],
            Convergence = convergence.Config,
            Grouping = convergence.Grouping,
            RoundHistory = convergence.RoundHistory,
            Round2SkippedReason = convergence.Round2SkippedReason,
            Round3SkippedReason = convergence.Round3SkippedReason,
            SkippedWorkers = convergence.SkippedWorkers,
            FinalClassificationCounts = convergence.FinalClassificationCounts,
            FinalVerdict = new FinalVerdict
            {
                Conclusion = written.FinalConclusion ?? own.FinalConclusion!,
                Direction = written.Direction ?? own.Direction!,
                BasisIds = VerdictComposer.Basis(material),
                Rationale = written.Rationale ?? own.Rationale!,
                NextStep = inputs.FollowUps.Count > 0 ? "7" : "6",
            },
            VerdictToken = null,
            VerificationScope = null,
            Routing = routing,
            DetailedAnalysis = written.DetailedAnalysis.Count > 0 ? written.DetailedAnalysis : own.DetailedAnalysis,
            Risks = risks,
            Blockers = [],
            Conditions = [],
            Plan = plan,
            Materials = materials,
            Questions = questions,
            NextSteps = [.. written.NextSteps.Count > 0 ? written.NextSteps : own.NextSteps, .. NarrativeComposer.FollowUpSteps(material)],
            FollowUps = inputs.FollowUps,
            SourceReport = null,
            Commits = [],
        };
    }

    private static ReportMaterial Gather(ReportInputs inputs) => new()
    {
        Inputs = inputs,
        Texts = ReportTexts.In(inputs.Language),
        Findings = FindingRows.Compose(inputs),
        TicketIds = inputs.TicketIds.Count == 0 ? [inputs.TaskKey.Task] : inputs.TicketIds,
        Voters = [.. inputs.Convergence.Voters.Where(voter => voter.CountsInV)],
        Mode = inputs.Roster.Where(entry => entry.IsAnalyst).All(entry => string.Equals(entry.Vendor, BuiltInVendor, StringComparison.Ordinal)) ? ReportMode.Deterministic : ReportMode.Agents,
    };

    private static ReportHeader Header(ReportMaterial material) => new()
    {
        ProjectId = material.Inputs.TaskKey.Project,
        TaskGroup = material.Inputs.TaskKey.Group,
        TaskId = material.Inputs.TaskKey.Task,
        TaskDate = material.Inputs.TaskDate,
        WorktreeStatus = material.Inputs.Project.WorktreeStatus,
        WorktreeNote = material.Inputs.Project.WorktreeNote,
        UsableWorkers = [.. material.Voters.Select(voter => voter.Worker)],
        Vendors = [.. material.Voters.Select(voter => voter.Vendor).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        ReducedConfidence = material.Inputs.Convergence.ReducedConfidence,
        Quick = material.Inputs.Quick,
        UncommittedFiles = material.Inputs.Project.UncommittedFiles,
        InspectedFiles = material.Inputs.Project.InspectedFiles,
    };

    // An objection stays visible even where consensus was reached in spite of it (R-CVG-32).
    private static bool Differs(ReportFinding finding) =>
        finding.Classification is FindingClass.Contested or FindingClass.WorkerUnique or FindingClass.Withdrawn
        || finding.Settlement is not null
        || finding.Votes.Any(vote => vote.Counted is Findings.Vote.Disagree or Findings.Vote.Concern);
}
