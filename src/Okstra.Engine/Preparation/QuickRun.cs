using Okstra.Core.Problems;
using Okstra.Core.Tasks;

namespace Okstra.Engine.Preparation;

/// <summary>What <c>--quick</c> stands for: the brief says which phase, one worker and the auditors, one round (R-PHS-119).</summary>
internal static class QuickRun
{
    private const int Rounds = 1;

    /// <summary>The request with what it leaves to the brief.</summary>
    /// <exception cref="UserErrorException">The phase is no analysis.</exception>
    public static PrepareRequest Completed(PrepareRequest request, string briefText)
    {
        if (!request.Quick)
        {
            return request;
        }

        var type = request.TaskType ?? (FrontMatterBlock.Parse(briefText).First("task-type") is { } declared && !declared.Contains("{{", StringComparison.Ordinal) ? declared : TaskType.ErrorAnalysis.Token());
        if (!TaskTypes.TryParse(type, out var phase, out var unknown))
        {
            throw new UserErrorException(unknown);
        }

        return phase.IsAnalysis()
            ? request with { TaskType = type, MaxRounds = request.MaxRounds ?? Rounds }
            : throw new UserErrorException("OKS0900", $"a quick run analyses; '{type}' does not", $"valid: {string.Join(", ", TaskTypes.All.Where(candidate => candidate.IsAnalysis()).Select(candidate => candidate.Token()))}");
    }

    /// <summary>The first agent CLI that can run here; where none can, the roster falls back to the auditors.</summary>
    public static IReadOnlyList<string> Roster(AvailableWorkers available)
    {
        var agents = available.Candidates.Where(candidate => candidate is { Group: null, Entry.IsAnalyst: true }).ToList();
        return [.. agents.OrderBy(candidate => candidate.Missing is null ? 0 : 1).Take(1).Select(candidate => candidate.Entry.Worker)];
    }
}
