using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Tasks;

namespace Okstra.Core.Tests.Tasks;

public sealed class WorkflowTests
{
    private static readonly Checkpoint Point = new("error-analysis", "001", "/r.md", "2026-01-02T03:04:05Z");

    [Fact]
    [Trait("Req", "R-OPN-19")]
    public void Begun_phase_is_in_progress_and_earlier_ones_nobody_ran_are_skipped()
    {
        var state = Workflow.Begin(null, TaskType.ErrorAnalysis);

        Assert.Equal(["skipped", "in-progress", "pending", "pending", "pending", "pending"], state.PhaseStates.Values.Select(Workflow.Token));
        Assert.Equal(TaskTypes.All.Select(TaskTypes.Token), state.PhaseStates.Keys);
        Assert.Equal(("error-analysis", "implementation-planning"), (state.CurrentPhase, state.NextRecommendedPhase));
    }

    [Fact]
    [Trait("Req", "R-OPN-19")]
    public void Only_a_completed_run_moves_the_checkpoint()
    {
        var completed = Workflow.End(null, TaskType.ErrorAnalysis, completed: true, null, Point);
        var blocked = Workflow.End(completed, TaskType.ImplementationPlanning, completed: false, null, new Checkpoint("implementation-planning", "001", "/p.md", "later"));

        Assert.Equal(Point, completed.LastSafeCheckpoint);
        Assert.Equal(Point, blocked.LastSafeCheckpoint);
        Assert.Equal((PhaseState.Completed, PhaseState.Blocked), (blocked.PhaseStates["error-analysis"], blocked.PhaseStates["implementation-planning"]));
    }

    [Theory]
    [Trait("Req", "R-CON-31")]
    [InlineData(TaskType.RequirementsDiscovery, true, "implementation-planning", "implementation-planning")]
    [InlineData(TaskType.RequirementsDiscovery, true, null, "error-analysis")]
    [InlineData(TaskType.RequirementsDiscovery, false, null, "requirements-discovery")]
    [InlineData(TaskType.ErrorAnalysis, true, "implementation", "implementation-planning")]
    [InlineData(TaskType.ErrorAnalysis, false, null, "error-analysis")]
    [InlineData(TaskType.ImplementationPlanning, true, null, "implementation")]
    [InlineData(TaskType.ImplementationPlanning, true, "implementation-planning", "implementation-planning")]
    [InlineData(TaskType.Implementation, true, null, "final-verification")]
    [InlineData(TaskType.Implementation, false, null, "error-analysis")]
    [InlineData(TaskType.Implementation, false, "implementation-planning", "implementation-planning")]
    [InlineData(TaskType.FinalVerification, true, null, "release-handoff")]
    [InlineData(TaskType.FinalVerification, false, null, "implementation")]
    [InlineData(TaskType.ReleaseHandoff, true, null, "done")]
    [InlineData(TaskType.ReleaseHandoff, false, null, "error-analysis")]
    [InlineData(TaskType.ReleaseHandoff, false, "implementation", "implementation")]
    public void Next_phase_follows_the_routing_matrix(TaskType phase, bool completed, string? asked, string next) =>
        Assert.Equal(next, Workflow.End(null, phase, completed, asked, null).NextRecommendedPhase);

    [Theory]
    [Trait("Req", "R-CON-31")]
    [InlineData(TaskType.RequirementsDiscovery, "error-analysis implementation-planning requirements-discovery")]
    [InlineData(TaskType.ErrorAnalysis, "error-analysis implementation-planning")]
    [InlineData(TaskType.ImplementationPlanning, "implementation implementation-planning")]
    [InlineData(TaskType.Implementation, "error-analysis final-verification implementation-planning")]
    [InlineData(TaskType.FinalVerification, "done error-analysis implementation implementation-planning release-handoff release-handoff(stage-group)")]
    [InlineData(TaskType.ReleaseHandoff, "done error-analysis final-verification implementation implementation-planning")]
    public void Routing_matrix_has_no_other_ways(TaskType phase, string allowed) =>
        Assert.Equal(allowed, string.Join(' ', Routing.AllowedAfter(phase).Order(StringComparer.Ordinal)));

    [Fact]
    [Trait("Req", "R-CON-24")]
    public void Discovery_never_routes_to_implementation()
    {
        Assert.False(Routing.IsAllowed(TaskType.RequirementsDiscovery, "implementation"));
        Assert.NotEqual("implementation", Workflow.End(null, TaskType.RequirementsDiscovery, completed: true, "implementation", null).NextRecommendedPhase);
    }

    [Fact]
    [Trait("Req", "R-CON-25")]
    public void Error_analysis_is_followed_by_planning_and_planning_by_implementation()
    {
        Assert.Equal("implementation-planning", Routing.AllowedAfter(TaskType.ErrorAnalysis)[0]);
        Assert.False(Routing.IsAllowed(TaskType.ErrorAnalysis, "implementation"));
        Assert.Equal("implementation", Routing.AllowedAfter(TaskType.ImplementationPlanning)[0]);
    }

    [Fact]
    [Trait("Req", "R-CON-34")]
    [Trait("Req", "R-CON-23")]
    public void Rendered_lines_show_every_phase_and_the_checkpoint()
    {
        var state = Workflow.End(null, TaskType.ErrorAnalysis, completed: true, null, Point);

        Assert.Equal("- requirements-discovery: skipped\n- error-analysis: completed\n- implementation-planning: pending\n- implementation: pending\n- final-verification: pending\n- release-handoff: pending", Workflow.PhaseStateLines(state));
        Assert.Equal("- Phase: error-analysis\n- Seq: 001\n- Report: /r.md\n- At: 2026-01-02T03:04:05Z", Workflow.CheckpointLines(state));
        Assert.Equal("- None yet: no phase of this task has completed.", Workflow.CheckpointLines(Workflow.Begin(null, TaskType.ErrorAnalysis)));
    }

    [Fact]
    public void Recommendation_always_stays_inside_the_matrix_whatever_happened_before()
    {
        var steps = Gen.Elements(TaskTypes.All.ToArray()).Zip(Gen.Elements(true, false)).Zip(Gen.Elements("error-analysis", "implementation", "done", "nonsense", "")).ListOf().ToArbitrary();

        Prop.ForAll(steps, history =>
        {
            WorkflowState? state = null;
            foreach (var ((phase, completed), asked) in history)
            {
                state = Workflow.End(state, phase, completed, asked, null);
                if (!Routing.IsAllowed(phase, state.NextRecommendedPhase) || state.PhaseStates.Count != TaskTypes.All.Count)
                {
                    return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }
}
