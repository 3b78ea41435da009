using Okstra.Core.HandOff;

namespace Okstra.Engine.HandOff;

/// <summary><c>okstra handoff eligible</c>: which stages may go out in a pull request of their own (R-WT-60); changes nothing.</summary>
public sealed class EligibleStages(RunServices services)
{
    /// <exception cref="Okstra.Core.Problems.UserErrorException">No plan, or none that is approved.</exception>
    public IReadOnlyList<StageJudgement> Judge(string planRunRoot, string approvedPlan)
    {
        var run = PlanRun.Open(services, planRunRoot);
        return run.Judge(HandOffPlan.Read(services, run, approvedPlan));
    }
}
