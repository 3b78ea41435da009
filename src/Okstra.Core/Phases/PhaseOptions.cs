using Okstra.Core.Problems;
using Okstra.Core.Tasks;

namespace Okstra.Core.Phases;

/// <summary>Launch options that belong to some phases only; one given elsewhere is refused, never passed over (R-CLI-018).</summary>
public static class PhaseOptions
{
    private static readonly Dictionary<string, TaskType[]> Owners = new(StringComparer.Ordinal)
    {
        ["--executor"] = [TaskType.Implementation],
        ["--stage"] = [TaskType.Implementation, TaskType.FinalVerification, TaskType.ReleaseHandoff],
        ["--qa-waiver"] = [TaskType.Implementation, TaskType.FinalVerification],
        ["--source-report"] = [TaskType.FinalVerification, TaskType.ReleaseHandoff],
        ["--verification-scope"] = [TaskType.FinalVerification],
        ["--pr-template-path"] = [TaskType.ReleaseHandoff],
    };

    /// <param name="type">The phase that is prepared.</param>
    /// <param name="given">Names of the options on the command line.</param>
    /// <exception cref="UserErrorException">One of them belongs to another phase.</exception>
    public static void RefuseForeign(TaskType type, IEnumerable<string> given)
    {
        foreach (var option in given)
        {
            if (Owners.TryGetValue(option, out var owners) && !owners.Contains(type))
            {
                throw new UserErrorException("OKS0755", $"{option} belongs to --task-type {string.Join(" or ", owners.Select(TaskTypes.Token))}, not to {type.Token()}", "leave it out, or start the phase it belongs to");
            }
        }
    }
}
