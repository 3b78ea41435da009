using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Engine.Preparation;

/// <summary>The arguments that repeat a run (R-CLI-034): identity and paths made explicit, everything else only when it was given.</summary>
public static class CanonicalArgv
{
    public static IReadOnlyList<string> Of(PrepareRequest request, TaskKey key, TaskType type, string projectRoot, string briefPath)
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
}
