using Okstra.Core.Profiles;
using Okstra.Core.Tasks;

namespace Okstra.Core.Tests.Profiles;

public sealed class PhaseRulesTests
{
    public static TheoryData<TaskType> Analyses => [TaskType.RequirementsDiscovery, TaskType.ErrorAnalysis, TaskType.ImplementationPlanning];

    [Theory]
    [MemberData(nameof(Analyses))]
    [Trait("Req", "R-CON-36")]
    public void Analysis_phase_forbids_every_mutation_other_phases_and_further_agents(TaskType phase)
    {
        var forbidden = PhaseRules.For(phase).ForbiddenLines();

        Assert.All(
            (string[])["source file", "builds", "migrations", "deployments", "`git push`", "through MCP", "another lifecycle phase", "further agents"],
            word => Assert.Contains(word, forbidden, StringComparison.Ordinal));
        Assert.All(forbidden.Split('\n'), line => Assert.StartsWith("- ", line, StringComparison.Ordinal));
        Assert.NotEmpty(PhaseRules.For(phase).Allowed);
    }

    [Fact]
    [Trait("Req", "R-LAY-23")]
    public void Planning_keeps_off_foreign_plan_folders() =>
        Assert.Contains("`docs/superpowers/specs/` or `docs/superpowers/plans/`", PhaseRules.For(TaskType.ImplementationPlanning).ForbiddenLines(), StringComparison.Ordinal);
}
