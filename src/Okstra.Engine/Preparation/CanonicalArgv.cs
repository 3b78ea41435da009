using System.Globalization;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Engine.Preparation;

/// <summary>The arguments that repeat a run (R-CLI-034): identity and paths made explicit, everything else only when it was given.</summary>
public static class CanonicalArgv
{
    public static IReadOnlyList<string> Of(PrepareRequest request, PhaseInputs? phase, TaskKey key, TaskType type, string projectRoot, string briefPath)
    {
        List<string> arguments = ["run", "--project-root", projectRoot, "--task-key", key.ToString(), "--task-type", type.Token(), "--brief", briefPath];
        Add("--directive", request.Directive);
        Add("--workers", request.Workers);
        foreach (var (worker, model) in request.Models.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Add($"--{worker}-model", model);
        }

        Add("--work-category", request.WorkCategory);
        Add("--base-ref", request.BaseRef);
        Add("--related-tasks", request.RelatedTasks);
        Add("--clarification-response", request.ClarificationResponse);
        Add("--lang", request.Language?.Token());
        Add("--max-rounds", request.MaxRounds?.ToString());
        Add("--verification-mode", request.VerificationMode);
        Add("--policy", request.Policy);
        Add("--grouping", request.Grouping);
        foreach (var budget in request.Budgets)
        {
            Add("--budget", budget);
        }

        AddPhase(phase, type, Add);
        if (request.Quick)
        {
            arguments.Add("--quick");
        }

        if (request.ConvergenceEnabled == false)
        {
            arguments.Add("--no-convergence");
        }

        return arguments;

        void Add(string option, string? value)
        {
            if (value is not null)
            {
                arguments.AddRange([option, value]);
            }
        }
    }

    // What was chosen stands for what was asked: a repetition means the same stage and the same executor.
    private static void AddPhase(PhaseInputs? phase, TaskType type, Action<string, string?> add)
    {
        if (phase is null)
        {
            return;
        }

        add("--approved-plan", phase.ApprovedPlan);
        add("--stage", phase.HandOffStages.Count > 0 ? string.Join(',', phase.HandOffStages) : phase.Stage?.ToString(CultureInfo.InvariantCulture));
        add("--executor", phase.Executor);
        foreach (var report in phase.SourceReports)
        {
            add("--source-report", report);
        }

        add("--verification-scope", type == TaskType.FinalVerification ? phase.VerificationScope : null);
        add("--pr-template-path", phase.PrTemplatePath);
        foreach (var waiver in phase.QaWaivers)
        {
            add("--qa-waiver", $"{waiver.StageKey}:{waiver.Reason}");
        }
    }
}
