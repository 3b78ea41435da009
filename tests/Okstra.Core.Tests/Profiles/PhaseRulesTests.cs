using Okstra.Core.Profiles;
using Okstra.Core.Tasks;

namespace Okstra.Core.Tests.Profiles;

public sealed class PhaseRulesTests
{
    [Fact]
    [Trait("Req", "R-CON-75")]
    [Trait("Req", "R-OPN-89")]
    public void Every_phase_but_two_forbids_whatever_changes_state()
    {
        foreach (var type in TaskTypes.All.Except([TaskType.Implementation, TaskType.ReleaseHandoff]))
        {
            var forbidden = PhaseRules.For(type).ForbiddenLines();

            Assert.Contains("- Edit, create, move or delete a source file.", forbidden, StringComparison.Ordinal);
            Assert.Contains("- Run builds, migrations, deployments, package installations or any other command that changes state.", forbidden, StringComparison.Ordinal);
            Assert.Contains("`git push`", forbidden, StringComparison.Ordinal);
        }

        Assert.Contains("- Run tests and validation commands that exist already and change nothing", PhaseRules.For(TaskType.FinalVerification).AllowedLines(), StringComparison.Ordinal);
        Assert.Contains("- Executor only: edit the files the approved plan names for this stage.", PhaseRules.For(TaskType.Implementation).AllowedLines(), StringComparison.Ordinal);
        Assert.All((string[])["`git push`", "`npm publish`", "`terraform apply`", "migrate a shared database", "third-party API"], part => Assert.Contains(part, PhaseRules.For(TaskType.Implementation).ForbiddenLines(), StringComparison.Ordinal));
        Assert.Contains("- Edit source, or change anything outside this run's artifact directories.", PhaseRules.For(TaskType.ReleaseHandoff).ForbiddenLines(), StringComparison.Ordinal);
        Assert.Contains("- Run a command that changes something and that the user did not choose.", PhaseRules.For(TaskType.ReleaseHandoff).ForbiddenLines(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-CON-41")]
    [Trait("Req", "R-CON-42")]
    public void Only_the_executor_edits_and_commits()
    {
        var rules = PhaseRules.For(TaskType.Implementation);

        Assert.All(rules.Allowed.Where(line => line.Contains("edit the files", StringComparison.Ordinal) || line.Contains("git commit", StringComparison.Ordinal)), line => Assert.StartsWith("Executor only: ", line, StringComparison.Ordinal));
        Assert.Contains("Lead and verifiers: edit, stage or commit anything.", rules.Forbidden);
    }

    [Fact]
    [Trait("Req", "R-OPN-64")]
    public void Hand_off_offers_the_bases_of_its_menu_and_protects_all_six_branches()
    {
        Assert.Contains("Offer as base `staging`, `preprod`, `main`, or a name the user types.", PhaseRules.For(TaskType.ReleaseHandoff).Allowed);
        Assert.Contains("Push to `main`, `master`, `prod`, `preprod`, `staging`, `dev` or the chosen base.", PhaseRules.For(TaskType.ReleaseHandoff).Forbidden);
        Assert.All(TaskTypes.All, type => Assert.NotEmpty(PhaseRules.For(type).Allowed));
    }
}
