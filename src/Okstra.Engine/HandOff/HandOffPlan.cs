using Okstra.Core.Problems;
using Okstra.Core.Stages;

namespace Okstra.Engine.HandOff;

/// <summary>The approved plan of a planning run.</summary>
internal static class HandOffPlan
{
    /// <exception cref="UserErrorException">It is not readable as a plan, or not approved.</exception>
    public static StagePlan Read(RunServices services, PlanRun run, string approvedPlan)
    {
        var path = Path.GetFullPath(approvedPlan, services.Host.CurrentDirectory);
        return StagePlan.Of(services.Documents.Read(Path.ChangeExtension(path, ".data.json"), StagesJson.Default.StagePlanDocument), path);
    }
}
