using Okstra.Core.HandOff;
using Okstra.Core.Problems;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Core.Phases;

/// <summary>Entry gates of the phases that build on another one's result: facts in, the first thing that is missing out; null opens the gate.</summary>
public static class PhaseGates
{
    /// <summary>R-CLI-017, R-OPN-53, R-PHS-047.</summary>
    public static Problem? Plan(TaskKey task, PlanFacts plan) => plan switch
    {
        { Path: null } => new("OKS0750", "implementation needs the approved plan it carries out, and none was named", "name the planning report with --approved-plan; without one, start okstra run --task-type implementation-planning"),
        { Exists: false } => new("OKS0751", $"the plan '{plan.Path}' does not exist", "name the planning report: <task>/runs/implementation-planning/reports/final-report-implementation-planning-<seq>.md"),
        { IsPlanningReport: false } => new("OKS0752", $"the plan '{plan.Path}' is no report of a planning run: it does not lie below runs/implementation-planning", "name the report where the planning run wrote it; a copy does not count"),
        { ForeignTask: { } other } => new("OKS0753", $"the plan '{plan.Path}' belongs to the task '{other}', not to '{task}'", "name the plan of this task, or the other task with --task-key"),
        _ => null,
    };

    /// <summary>R-PHS-079: whether the cited implementation reports can be built on.</summary>
    public static Problem? ImplementationCited(TaskKey task, IReadOnlyList<CitedReport> cited, string scope, int? stage)
    {
        if (cited.Count == 0)
        {
            return new("OKS0760", "final-verification needs the report of the implementation it verifies, and the brief cites none", $"cite it in the brief under '## {SourceCitation.Implementation}', or name it with --source-report; {Next(TaskType.FinalVerification, RoutingSituation.TargetAmbiguous)}");
        }

        foreach (var report in cited)
        {
            if (ReadableAs(task, report, "implementation report", "runs/implementation/stage-<N>", "OKS0761", "OKS0762", "OKS0763") is { } problem)
            {
                return problem;
            }
        }

        return scope == VerificationVerdict.SingleStage && (cited.Count > 1 || (stage is { } number && cited[0].Stage != number))
            ? new("OKS0768", $"a single-stage verification{(stage is null ? "" : $" of stage {stage}")} cites the report of that stage and no other, but stage {string.Join(", ", cited.Select(report => report.Stage))} is cited", "cite one report, or verify with --verification-scope whole-task")
            : null;
    }

    /// <summary>R-PHS-082: whether what the reports list is what lies in the tree.</summary>
    public static Problem? ImplementationMatches(IReadOnlyList<ImplementationSource> sources, TargetFacts target)
    {
        foreach (var (cited, report) in sources)
        {
            if (report.MissingParts.Count > 0)
            {
                return new("OKS0764", $"the implementation report '{cited.Path}' lacks {Quoted(report.MissingParts)}", "a verification looks these parts up by name; complete the report, or run the stage again");
            }

            if (report.Commits.Count == 0)
            {
                return new("OKS0765", $"the implementation report '{cited.Path}' lists no commit, so nothing was delivered", Next(TaskType.FinalVerification, RoutingSituation.TargetAmbiguous));
            }
        }

        if (target.Tip is null)
        {
            return new("OKS0771", $"the branch '{target.Branch}' that is to be verified is gone", "bring it back with okstra worktree restore, or correct the records with okstra git-reconcile");
        }

        if (target.Recorded is { } recorded && recorded != target.Tip)
        {
            return new("OKS0772", $"the branch '{target.Branch}' is at {Short(target.Tip)}, but the stage was done at {Short(recorded)}", "okstra git-reconcile brings the record in line; commits added since belong to a new implementation run");
        }

        return Commits(sources, target) ?? Files(sources, target);
    }

    /// <summary>R-CON-29, R-PHS-092, R-PHS-093: whether the cited verification lets anything out.</summary>
    public static Problem? Verdict(TaskKey task, HandOffFacts facts)
    {
        if (ReadableAs(task, facts.Cited, "verification report", "runs/final-verification", "OKS0776", "OKS0777", "OKS0778") is { } problem)
        {
            return problem;
        }

        return facts.Token switch
        {
            null => new("OKS0779", $"'{facts.Cited.Path}' has no single 'Verdict Token' row in '## 2. Final Verdict'", Next(TaskType.ReleaseHandoff, RoutingSituation.CitationMissing)),
            "conditional-accept" => new("OKS0780", $"'{facts.Cited.Path}' accepts under conditions ('conditional-accept'); only 'accepted' is handed off", $"meet the conditions and verify again; {Next(TaskType.ReleaseHandoff, RoutingSituation.VerdictNotAccepted)}"),
            not HandOffEligibility.Accepted => new("OKS0781", $"the verdict of '{facts.Cited.Path}' is '{SafeText.OneLine(facts.Token, 80)}', not 'accepted'", Next(TaskType.ReleaseHandoff, RoutingSituation.VerdictNotAccepted)),
            _ => Data(task, facts),
        };
    }

    /// <summary>No verification is cited at all (R-CON-31).</summary>
    public static Problem VerificationMissing() => new(
        "OKS0775", "release-handoff needs an accepted verification, and the brief cites none", $"cite it in the brief under '## {SourceCitation.Verification}', or name it with --source-report; {Next(TaskType.ReleaseHandoff, RoutingSituation.CitationMissing)}");

    /// <summary>R-PHS-094…096: whether the branch that was accepted is there, clean and worth pushing.</summary>
    /// <param name="target">What is handed off.</param>
    /// <param name="verifiedHead">Commit the verification accepted; null when it names none.</param>
    /// <param name="dirty">Paths that are uncommitted there.</param>
    public static Problem? Branch(TargetFacts target, string? verifiedHead, IReadOnlyList<string> dirty)
    {
        if (ProtectedBranches.Contains(target.Branch))
        {
            return new("OKS0786", $"the branch to hand off is '{target.Branch}', which is protected ({string.Join(", ", ProtectedBranches.All)})", "a hand-off pushes a feature branch that okstra made");
        }

        if (target.Tip is null)
        {
            return new("OKS0771", $"the branch '{target.Branch}' that is to be handed off is gone", "bring it back with okstra worktree restore, or correct the records with okstra git-reconcile");
        }

        if (dirty.Count > 0)
        {
            return new("OKS0785", $"the worktree of '{target.Branch}' has {dirty.Count} uncommitted file(s): {string.Join(", ", dirty.Take(3))}", "a hand-off pushes what was verified; undo them there, or take them into a new implementation run");
        }

        if (target.Commits.Count == 0)
        {
            return new("OKS0787", $"'{target.Branch}' has no commit beyond {Short(target.Base)}, so there is nothing to hand off", Next(TaskType.ReleaseHandoff, RoutingSituation.NoCommits));
        }

        return verifiedHead is { Length: > 0 } head && !head.Equals(target.Tip, StringComparison.OrdinalIgnoreCase)
            ? new("OKS0788", $"the verification accepted {Short(head)}, but '{target.Branch}' is at {Short(target.Tip)}", $"verify it as it is now; {Next(TaskType.ReleaseHandoff, RoutingSituation.CitationMissing)}")
            : null;
    }

    /// <summary>R-OPN-42: every stage of a group has a recorded verification that accepted it as it is.</summary>
    public static Problem? StageGroup(IReadOnlyList<int> stages, IReadOnlyList<StageJudgement> judged)
    {
        var reasons = stages.SelectMany(stage => judged.FirstOrDefault(known => known.Stage == stage) is { } judgement ? judgement.Reasons : [$"the plan has no stage {stage}"]).Distinct(StringComparer.Ordinal).ToList();
        return reasons.Count == 0
            ? null
            : new("OKS0784", $"stage {string.Join(", ", stages)} cannot be handed off: {string.Join("; ", reasons)}", "okstra handoff eligible lists what may go out; okstra handoff record-verified records an accepted verification");
    }

    private static Problem? Data(TaskKey task, HandOffFacts facts)
    {
        if (facts.Data is not { } data)
        {
            return new("OKS0782", $"the data document beside '{facts.Cited.Path}' cannot be used: {facts.DataProblem}", "a hand-off needs to know what was verified; write the .data.json beside the report");
        }

        var other = data.TaskKey is { Length: > 0 } key && (!TaskKey.TryParse(key, task.Project, out var owner, out _) || owner.Slug != task.Slug) ? $"it is about the task '{key}'" : null;
        var wrong = other
            ?? (data.Verdict != HandOffEligibility.Accepted ? $"it says '{data.Verdict}'" : null)
            ?? (data.Scope is not (VerificationVerdict.WholeTask or VerificationVerdict.SingleStage) ? $"its scope is '{data.Scope}'" : null)
            ?? (data.Scope == VerificationVerdict.SingleStage && data.Stage is null ? "its scope is 'single-stage' and it names no stage" : null)
            ?? (data.Scope == VerificationVerdict.SingleStage && data.Routing == TaskType.ReleaseHandoff.Token() ? $"it verifies one stage and routes to '{data.Routing}', which takes a verification of the whole task" : null);
        return wrong is null ? null : new("OKS0783", $"the data document beside '{facts.Cited.Path}' and its verdict 'accepted' do not agree: {wrong}", "correct whichever is wrong, or verify again");
    }

    private static Problem? ReadableAs(TaskKey task, CitedReport report, string what, string place, string missing, string elsewhere, string foreign) => report switch
    {
        { Exists: false } => new(missing, $"the {what} '{report.Path}' does not exist", $"cite the file where its run wrote it: <task>/{place}/reports/"),
        { IsOfPhase: false } => new(elsewhere, $"'{report.Path}' is no {what}: it does not lie below {place}", $"cite the file where its run wrote it: <task>/{place}/reports/"),
        { ForeignTask: { } other } => new(foreign, $"the {what} '{report.Path}' belongs to the task '{other}', not to '{task}'", "cite the report of this task"),
        _ => null,
    };

    private static Problem? Commits(IReadOnlyList<ImplementationSource> sources, TargetFacts target)
    {
        var listed = sources.SelectMany(source => source.Report.Commits).Distinct(StringComparer.Ordinal).ToList();
        var unknown = listed.Where(id => !target.Commits.Any(commit => commit.StartsWith(id, StringComparison.Ordinal))).ToList();
        var unlisted = target.Commits.Where(commit => !listed.Exists(id => commit.StartsWith(id, StringComparison.Ordinal))).ToList();
        return unknown.Count + unlisted.Count == 0
            ? null
            : new("OKS0766", $"the commit list does not match '{target.Branch}' from {Short(target.Base)} to {Short(target.Tip!)}: {Difference(unknown, "is listed and not there", unlisted.ConvertAll(Short), "is there and not listed")}", Next(TaskType.FinalVerification, RoutingSituation.TargetAmbiguous));
    }

    private static Problem? Files(IReadOnlyList<ImplementationSource> sources, TargetFacts target)
    {
        var listed = sources.SelectMany(source => source.Report.Files).ToHashSet(StringComparer.Ordinal);
        var unknown = listed.Where(path => !target.Files.Contains(path, StringComparer.Ordinal)).ToList();
        var unlisted = target.Files.Where(path => !listed.Contains(path)).ToList();
        return unknown.Count + unlisted.Count == 0
            ? null
            : new("OKS0767", $"the diff summary does not match '{target.Branch}' from {Short(target.Base)} to {Short(target.Tip!)}: {Difference(unknown, "is listed and unchanged", unlisted, "is changed and not listed")}", Next(TaskType.FinalVerification, RoutingSituation.TargetAmbiguous));
    }

    private static string Difference(List<string> unknown, string whyUnknown, List<string> unlisted, string whyUnlisted) =>
        string.Join("; ", ((List<string>)[.. unknown.Select(item => $"{SafeText.OneLine(item, 200)} {whyUnknown}"), .. unlisted.Select(item => $"{SafeText.OneLine(item, 200)} {whyUnlisted}")]).Take(6));

    private static string Next(TaskType phase, RoutingSituation situation) => $"next: {string.Join(" or ", Routing.Allowed(phase, situation))}";

    private static string Quoted(IReadOnlyList<string> parts) => string.Join(", ", parts.Select(part => $"'{part}'"));

    private static string Short(string commit) => commit.Length > 12 ? commit[..12] : commit;
}
