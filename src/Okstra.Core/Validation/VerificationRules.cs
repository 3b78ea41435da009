using System.Text.RegularExpressions;
using Okstra.Core.HandOff;
using Okstra.Core.Reports;
using Okstra.Core.Reports.Deliverables;
using Okstra.Core.Tasks;

namespace Okstra.Core.Validation;

/// <summary>What a final verification delivers (R-REP-45…52, R-REP-91, R-REP-92).</summary>
internal static partial class VerificationRules
{
    private const string HandOff = "release-handoff";
    private static readonly string[] Scopes = [VerificationVerdict.WholeTask, VerificationVerdict.SingleStage];
    private static readonly string[] Severities = ["critical", "major", "minor"];
    private static readonly string[] FollowUpPhases = ["error-analysis", "implementation-planning"];

    public static void Check(ReportDocument report, Action<Rule, string, string> fail)
    {
        var verifies = report.TaskType == TaskType.FinalVerification;
        if (verifies ? !DirectionTokens.Verdicts.Contains(report.VerdictToken, StringComparer.Ordinal) : report.VerdictToken is not null)
        {
            fail(Rules.Verdict, $"verdict token '{report.VerdictToken}' does not fit {report.TaskType.Token()}", "/verdictToken");
        }

        if (verifies ? !Scopes.Contains(report.VerificationScope, StringComparer.Ordinal) : report.VerificationScope is not null)
        {
            fail(Rules.Verdict, $"verification scope '{report.VerificationScope}' does not fit {report.TaskType.Token()}; valid: {string.Join(", ", Scopes)}", "/verificationScope");
        }

        var conditional = report.VerdictToken == "conditional-accept";
        if (conditional ? report.Conditions.Count == 0 || report.Conditions.Any(string.IsNullOrWhiteSpace) : report.Conditions.Count > 0)
        {
            fail(Rules.Conditions, conditional ? "the verdict is conditional-accept, but its conditions are not listed" : $"there are conditions, but the verdict is '{report.VerdictToken}'", "/conditions");
        }

        WordRules.Each(report.Blockers, "/blockers", (row, pointer) => Blocker(row, verifies, pointer, fail));
        if (report.Verification is { } section)
        {
            Routes(report, section, fail);
            Section(report, section, fail);
        }
    }

    /// <summary>A command line and how it ended.</summary>
    internal static void Run(CommandRun row, string pointer, Action<Rule, string, string> fail)
    {
        // One that never ended says so.
        if (DataRules.IsBlank(row.Command) || (row.ExitCode is null && DataRules.IsBlank(row.Result)))
        {
            fail(Rules.CommandLog, DataRules.IsBlank(row.Command) ? "the command line is missing" : $"'{row.Command}' has neither an exit code nor a word on why it did not end", pointer);
        }
    }

    private static void Blocker(BlockerRow row, bool verifies, string pointer, Action<Rule, string, string> fail)
    {
        if (!verifies)
        {
            fail(Rules.Blockers, $"{row.Id}: only a final verification has acceptance blockers", pointer);
        }

        if (!Severities.Contains(row.Severity, StringComparer.Ordinal))
        {
            fail(Rules.Blockers, $"{row.Id}: severity '{row.Severity}' is none of: {string.Join(", ", Severities)}", $"{pointer}/severity");
        }

        if (DataRules.IsBlank(row.Evidence))
        {
            fail(Rules.Blockers, $"{row.Id} has no evidence", $"{pointer}/evidence");
        }

        if (!FollowUpPhases.Contains(row.FollowUpPhase, StringComparer.Ordinal))
        {
            fail(Rules.Blockers, $"{row.Id}: follow-up phase '{row.FollowUpPhase}' is none of: {string.Join(", ", FollowUpPhases)}", $"{pointer}/followUpPhase");
        }
    }

    private static void Routes(ReportDocument report, VerificationSection section, Action<Rule, string, string> fail)
    {
        var leaves = report.Routing == Routing.Done || report.Routing.StartsWith(HandOff, StringComparison.Ordinal);
        if (leaves && report.VerdictToken != HandOffEligibility.Accepted)
        {
            fail(Rules.RoutingOfVerdict, $"routing '{report.Routing}' takes the verdict 'accepted'; it is '{report.VerdictToken}'", "/routing");
        }

        if (report.VerificationScope == VerificationVerdict.SingleStage && report.Routing.Contains(HandOff, StringComparison.Ordinal) && !report.Routing.Contains(VerificationVerdict.StageGroupRouting, StringComparison.Ordinal))
        {
            fail(Rules.RoutingOfVerdict, $"the scope is single-stage and the routing '{report.Routing}', which takes a verification of the whole task", "/routing");
        }

        if (report.VerdictToken == HandOffEligibility.Accepted && report.Blockers.Any(row => row.Severity is "critical" or "major"))
        {
            fail(Rules.RoutingOfVerdict, "the verdict is 'accepted' although critical or major blockers are listed", "/verdictToken");
        }

        if (DataRules.IsBlank(section.RoutingReason))
        {
            fail(Rules.RoutingOfVerdict, "the routing does not say why", "/verification/routingReason");
        }
    }

    private static void Section(ReportDocument report, VerificationSection section, Action<Rule, string, string> fail)
    {
        SourceOf(report, fail);
        if (DataRules.IsBlank(section.Worktree))
        {
            fail(Rules.SourceReport, "the inspected worktree is not named", "/verification/worktree");
        }

        if (DataRules.IsBlank(report.BaseSha) || DataRules.IsBlank(report.HeadSha))
        {
            fail(Rules.SourceReport, "base and head commit are not both named", DataRules.IsBlank(report.BaseSha) ? "/baseSha" : "/headSha");
        }

        WordRules.Each(section.ResidualRisks, "/verification/residualRisks", (row, pointer) =>
        {
            if (DataRules.IsBlank(row.Risk, row.MitigationOwner, row.EscalationTrigger))
            {
                fail(Rules.ResidualRisk, $"{row.Id} must say the risk, who owns its mitigation and what triggers escalation", pointer);
            }
        });
        if (section.Evidence.Count == 0 && report.VerdictToken is not "blocked")
        {
            fail(Rules.RequirementEvidence, $"the verdict is '{report.VerdictToken}', but no requirement has evidence", "/verification/evidence");
        }

        WordRules.Each(section.Evidence, "/verification/evidence", (row, pointer) =>
        {
            if (DataRules.IsBlank(row.Requirement, row.Artifact))
            {
                fail(Rules.RequirementEvidence, DataRules.IsBlank(row.Requirement) ? "the requirement is not named" : $"'{row.Requirement}' has no artifact", pointer);
            }
        });
        WordRules.Each(section.Commands, "/verification/commands", (row, pointer) =>
        {
            Run(row, pointer, fail);
            if (Mutating().Match(row.Command) is { Success: true } match)
            {
                fail(Rules.ReadOnlyLog, $"'{row.Command}' changes something: '{match.Value.Trim()}'", $"{pointer}/command");
            }
        });
    }

    internal static void SourceOf(ReportDocument report, Action<Rule, string, string> fail)
    {
        if (report.SourceReport is not { } source || string.IsNullOrWhiteSpace(source) || source[0] is '/' or '\\' or '~' || source.Split('/').Contains("..", StringComparer.Ordinal) || !source.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
        {
            fail(Rules.SourceReport, $"'{report.SourceReport}' is no relative path of a report", "/sourceReport");
        }
    }

    [GeneratedRegex(
        @"(^|[;&|(]|\bthen|\bdo)[ \t]*(sudo[ \t]+)?(git([ \t]+(-[Cc][ \t]+[^ ]+|-[^ ]+))*[ \t]+(add|am|apply|cherry-pick|clean|commit|merge|mv|pull|push|rebase|reset|restore|revert|rm|stash|switch|checkout|tag|update-ref)\b|rm\b|mv\b|gh[ \t]+pr[ \t]+(create|merge|close|edit)\b|kubectl[ \t]+(apply|delete)\b|terraform[ \t]+(apply|destroy)\b)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mutating();
}
