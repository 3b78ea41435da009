using Okstra.Core.Reports;
using Okstra.Core.Reports.Deliverables;

namespace Okstra.Core.Validation;

/// <summary>What an implementation delivers (R-REP-98, R-PHS-056, R-PHS-057, R-PHS-065, R-PHS-071).</summary>
internal static class ImplementationRules
{
    private const string At = "/implementation";

    public static void Check(ReportDocument report, Action<Rule, string, string> fail)
    {
        if (report.Implementation is not { } section)
        {
            return;
        }

        if (DataRules.IsBlank(section.PlanPath, section.ApprovalEvidence))
        {
            fail(Rules.PlanLink, DataRules.IsBlank(section.PlanPath) ? "the plan is not named" : "the recorded approval is not quoted", DataRules.IsBlank(section.PlanPath) ? $"{At}/planPath" : $"{At}/approvalEvidence");
        }

        Commits(section, fail);
        Steps(section, fail);
        Diff(section, fail);
        Tdd(section, fail);
        WordRules.Each(section.Validation, $"{At}/validation", (row, pointer) => VerificationRules.Run(row, pointer, fail));
        WordRules.Each(section.Rollback, $"{At}/rollback", (row, pointer) => VerificationRules.Run(row, pointer, fail));
        WordRules.Each(section.OutOfPlanEdits, $"{At}/outOfPlanEdits", (row, pointer) =>
        {
            if (DataRules.IsBlank(row.Path, row.Reason))
            {
                fail(Rules.OutOfPlan, DataRules.IsBlank(row.Path) ? "the file is not named" : $"'{row.Path}' has no reason", pointer);
            }
        });
        WordRules.Each(section.Verifiers, $"{At}/verifiers", (row, pointer) =>
        {
            if (DataRules.IsBlank(row.Verifier) || (row.Status == "completed" ? DataRules.IsBlank(row.Verdict) : DataRules.IsBlank(row.Note)))
            {
                fail(Rules.Verifiers, row.Status == "completed" ? $"'{row.Verifier}' completed without a verdict" : $"'{row.Verifier}' ended as '{row.Status}' and nothing says why", pointer);
            }
        });
    }

    private static void Commits(ImplementationSection section, Action<Rule, string, string> fail)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        WordRules.Each(section.Commits, $"{At}/commits", (row, pointer) =>
        {
            if (!IsCommit(row.Sha) || !known.Add(row.Sha) || DataRules.IsBlank(row.Message))
            {
                fail(Rules.CommitList, !IsCommit(row.Sha) ? $"'{row.Sha}' is no commit id" : DataRules.IsBlank(row.Message) ? $"{row.Sha} has no message" : $"{row.Sha} is listed twice", pointer);
            }
        });
    }

    private static void Steps(ImplementationSection section, Action<Rule, string, string> fail)
    {
        if (section.Steps.Count == 0)
        {
            fail(Rules.StepResults, "nothing says what became of the steps of the plan", $"{At}/steps");
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        WordRules.Each(section.Steps, $"{At}/steps", (row, pointer) =>
        {
            var problem = DataRules.IsBlank(row.Step) ? "a step has no name"
                : !known.Add(row.Step) ? $"step {row.Step} is listed twice"
                : (row.Commit is null) == (row.SkipReason is null) ? $"step {row.Step} has {(row.Commit is null ? "neither a commit nor" : "both a commit and")} a reason to be skipped"
                : row.Commit is null && DataRules.IsBlank(row.SkipReason) ? $"step {row.Step} was skipped without a reason"
                : row.Commit is { } commit && !section.Commits.Any(listed => IsSame(listed.Sha, commit)) ? $"step {row.Step} names {commit}, which is not in the commit list"
                : null;
            if (problem is not null)
            {
                fail(Rules.StepResults, problem, pointer);
            }
        });
    }

    private static void Diff(ImplementationSection section, Action<Rule, string, string> fail)
    {
        if ((section.Diff.Count == 0) != (section.Commits.Count == 0))
        {
            fail(Rules.DiffSummary, section.Diff.Count == 0 ? "there are commits, but no changed file" : "there are changed files, but no commit", $"{At}/diff");
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        WordRules.Each(section.Diff, $"{At}/diff", (row, pointer) =>
        {
            if (DataRules.IsBlank(row.Path) || row.Path[0] is '/' or '\\' || !known.Add(row.Path))
            {
                fail(Rules.DiffSummary, DataRules.IsBlank(row.Path) ? "the row names no file" : known.Contains(row.Path) ? $"'{row.Path}' is listed twice" : $"'{row.Path}' is not relative to the worktree", pointer);
            }
        });
    }

    private static void Tdd(ImplementationSection section, Action<Rule, string, string> fail)
    {
        if (section.Commits.Count > 0 && section.Tdd.Count == 0 && section.TddExemptions.Count == 0)
        {
            fail(Rules.TddEvidence, "there are commits, but neither a test that failed and then passed nor an exemption", $"{At}/tdd");
        }

        WordRules.Each(section.Tdd, $"{At}/tdd", (row, pointer) =>
        {
            if (DataRules.IsBlank(row.Step, row.Failing, row.Passing))
            {
                fail(Rules.TddEvidence, $"step '{row.Step}' must show the failing run and the passing one", pointer);
            }
        });
        WordRules.Each(section.TddExemptions, $"{At}/tddExemptions", (reason, pointer) =>
        {
            if (DataRules.IsBlank(reason))
            {
                fail(Rules.TddEvidence, "an exemption has no reason", pointer);
            }
        });
    }

    private static bool IsSame(string one, string other) => one.StartsWith(other, StringComparison.OrdinalIgnoreCase) || other.StartsWith(one, StringComparison.OrdinalIgnoreCase);

    internal static bool IsCommit(string text) => text.Length is >= 7 and <= 64 && text.All(char.IsAsciiHexDigit);
}
