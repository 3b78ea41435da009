using Okstra.Core.Phases;
using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Engine.Preparation;
using Okstra.Engine.Stages;
using Okstra.State.Layout;

namespace Okstra.Engine.Phases;

/// <summary>Implementation carries out an approved plan of its own task (R-CLI-017, R-PHS-047, R-PHS-048); which stage is decided when the stage is taken up.</summary>
internal sealed class ImplementationEntry(RunServices services)
{
    public EnteredPhase Enter(CheckedRequest wanted, StateLayout state)
    {
        RequirePlan(wanted, state);
        var plan = ApprovedPlan.Read(services, wanted.Request.ApprovedPlan!);
        return new EnteredPhase(new PhaseInputs { Executor = wanted.Executor, ApprovedPlan = plan.Report, QaWaivers = wanted.QaWaivers }, null, null);
    }

    /// <summary>Whether the named plan is one of this task's at all; who approved it is another question.</summary>
    /// <exception cref="UserErrorException">It is missing, elsewhere, or another task's.</exception>
    public void RequirePlan(CheckedRequest wanted, StateLayout state) => PhaseEntry.Require(PhaseGates.Plan(wanted.Key, Facts(wanted, state)));

    private PlanFacts Facts(CheckedRequest wanted, StateLayout state)
    {
        if (string.IsNullOrWhiteSpace(wanted.Request.ApprovedPlan))
        {
            return new PlanFacts();
        }

        var path = Path.GetFullPath(wanted.Request.ApprovedPlan, services.Host.CurrentDirectory);
        var cited = new CitedReports(services, state, wanted.Key).Look(path, TaskType.ImplementationPlanning);
        return new PlanFacts { Path = path, Exists = cited.Exists, IsPlanningReport = cited.IsOfPhase, ForeignTask = cited.ForeignTask };
    }
}
