using Okstra.Core.Tasks;

namespace Okstra.Core.Tests.Tasks;

public sealed class RoutingTests
{
    private static readonly Dictionary<(TaskType, RoutingSituation), string> Table = new()
    {
        [(TaskType.RequirementsDiscovery, RoutingSituation.Classified)] = "error-analysis implementation-planning",
        [(TaskType.RequirementsDiscovery, RoutingSituation.InputMissing)] = "requirements-discovery",
        [(TaskType.ErrorAnalysis, RoutingSituation.InputMissing)] = "error-analysis",
        [(TaskType.ErrorAnalysis, RoutingSituation.CauseFound)] = "implementation-planning",
        [(TaskType.ImplementationPlanning, RoutingSituation.PlanApproved)] = "implementation",
        [(TaskType.ImplementationPlanning, RoutingSituation.SeveralSubsystems)] = "implementation-planning",
        [(TaskType.Implementation, RoutingSituation.Verified)] = "final-verification",
        [(TaskType.Implementation, RoutingSituation.PlanDrift)] = "implementation-planning",
        [(TaskType.Implementation, RoutingSituation.ScopeDeviation)] = "implementation-planning",
        [(TaskType.Implementation, RoutingSituation.NoRollbackDryRun)] = "implementation-planning",
        [(TaskType.Implementation, RoutingSituation.NoVerifierVerdict)] = "error-analysis",
        [(TaskType.FinalVerification, RoutingSituation.AcceptedWholeTask)] = "release-handoff done",
        [(TaskType.FinalVerification, RoutingSituation.AcceptedSingleStage)] = "release-handoff(stage-group)",
        [(TaskType.FinalVerification, RoutingSituation.Blockers)] = "error-analysis implementation-planning",
        [(TaskType.FinalVerification, RoutingSituation.TargetAmbiguous)] = "implementation implementation-planning",
        [(TaskType.FinalVerification, RoutingSituation.MutationDetected)] = "implementation",
        [(TaskType.ReleaseHandoff, RoutingSituation.VerdictNotAccepted)] = "error-analysis implementation-planning",
        [(TaskType.ReleaseHandoff, RoutingSituation.CitationMissing)] = "final-verification",
        [(TaskType.ReleaseHandoff, RoutingSituation.NoCommits)] = "implementation",
        [(TaskType.ReleaseHandoff, RoutingSituation.HandOffOver)] = "done",
    };

    [Fact]
    [Trait("Req", "R-CON-31")]
    [Trait("Req", "R-CON-27")]
    [Trait("Req", "R-CON-28")]
    public void Every_situation_of_every_phase_leads_where_the_matrix_says_and_nowhere_else()
    {
        foreach (var phase in TaskTypes.All)
        {
            foreach (var situation in Enum.GetValues<RoutingSituation>())
            {
                Assert.Equal(Table.GetValueOrDefault((phase, situation), ""), string.Join(' ', Routing.Allowed(phase, situation)));
            }
        }
    }

    [Fact]
    public void What_a_phase_may_lead_to_is_what_its_situations_lead_to()
    {
        foreach (var phase in TaskTypes.All)
        {
            var all = Enum.GetValues<RoutingSituation>().SelectMany(situation => Routing.Allowed(phase, situation)).ToHashSet(StringComparer.Ordinal);

            Assert.True(all.SetEquals(Routing.AllowedAfter(phase)));
            Assert.Contains(Routing.Recommend(phase, blocked: true, asked: null), all);
        }
    }
}
