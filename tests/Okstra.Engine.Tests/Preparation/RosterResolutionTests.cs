using Okstra.Core.Problems;
using Okstra.Core.Tasks;
using Okstra.Core.Workers;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Tests.Preparation;

public sealed class RosterResolutionTests
{
    private static readonly string[] Profile = ["claude", "codex", "gemini", "report-writer"];
    private static readonly Dictionary<string, string> NoModels = new(StringComparer.Ordinal);

    [Fact]
    [Trait("Req", "R-WRK-01")]
    [Trait("Req", "R-WRK-25")]
    [Trait("Req", "R-CON-37")]
    public void Roster_ids_map_to_the_fixed_roles_and_agent_names()
    {
        var roster = Resolve(null, PreparationRig.Everybody);

        Assert.Equal(
            [("claude", "Claude worker", "claude-worker"), ("codex", "Codex worker", "codex-worker"), ("gemini", "Gemini worker", "gemini-worker"), ("report-writer", "Report writer worker", "report-writer")],
            roster.Entries.Select(entry => (entry.Worker, entry.Role, entry.AgentName)));
        Assert.Equal(["report-writer"], roster.Entries.Where(entry => !entry.IsAnalyst).Select(entry => entry.Worker));
        Assert.Null(roster.Note);
    }

    [Fact]
    [Trait("Req", "R-WRK-05")]
    [Trait("Req", "R-CLI-021")]
    [Trait("Req", "R-CLI-022")]
    public void Models_are_the_defaults_unless_a_flag_says_otherwise()
    {
        var models = new Dictionary<string, string>(StringComparer.Ordinal) { ["codex"] = "gpt-6", ["gemini"] = "default", ["claude"] = " " };

        var usual = Resolve(null, PreparationRig.Everybody);
        var asked = RosterResolution.Resolve(TaskType.ErrorAnalysis, Profile, null, PreparationRig.Everybody, models, auditorsJoin: false);

        Assert.Equal(["sonnet", "gpt-5.5", "auto", "opus"], usual.Entries.Select(entry => entry.Model.Execution));
        Assert.Equal(["sonnet", "gpt-6", "auto", "opus"], asked.Entries.Select(entry => entry.Model.Execution));
        Assert.Equal("opus", RosterResolution.Model("lead", NoModels, Processes.Agents.ModelDefaults.Lead).Execution);
        Assert.Equal("sonnet", RosterResolution.Model("lead", new Dictionary<string, string>(StringComparer.Ordinal) { ["lead"] = "sonnet" }, Processes.Agents.ModelDefaults.Lead).Execution);
    }

    [Fact]
    [Trait("Req", "R-WRK-03")]
    [Trait("Req", "R-CON-44")]
    [Trait("Req", "R-CLI-029")]
    public void Override_replaces_the_profiles_roster_after_normalisation()
    {
        var roster = Resolve(" Codex ,, claude,CODEX ,", PreparationRig.Everybody);

        Assert.Equal(["codex", "claude"], roster.Entries.Select(entry => entry.Worker));
        Assert.Equal(["Codex", "claude"], RosterResolution.Normalise(" Codex ,, claude,CODEX ,"));
    }

    [Fact]
    public void Auditor_stands_for_the_three_auditors_and_needs_nothing_installed()
    {
        var roster = Resolve("auditor", PreparationRig.AuditorsOnly);

        Assert.Equal(["auditor-trace", "auditor-history", "auditor-checks"], roster.Entries.Select(entry => entry.Worker));
        Assert.All(roster.Entries, entry => Assert.Equal(("okstra", true, false), (entry.Vendor, entry.IsAnalyst, entry.IsExtraVoter)));
        Assert.Empty(roster.Unavailable);
    }

    [Fact]
    public void Default_roster_without_any_cli_falls_back_to_the_auditors_and_says_so()
    {
        var roster = Resolve(null, PreparationRig.AuditorsOnly);

        Assert.Equal(["auditor-trace", "auditor-history", "auditor-checks"], roster.Entries.Select(entry => entry.Worker));
        Assert.Contains("no agent CLI", roster.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Named_clis_that_are_all_missing_are_refused_with_the_offline_way_out()
    {
        var refused = Assert.Throws<UserErrorException>(() => Resolve("claude,codex", PreparationRig.AuditorsOnly));

        Assert.Equal("OKS0131", refused.Problem.Code);
        Assert.Contains("--workers auditor", refused.Problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_worker_stays_in_the_roster_with_the_reason_it_will_not_run()
    {
        var available = AvailableWorkers.Of(vendor => vendor.Facts.Id == "gemini" ? "gemini is not on PATH" : null, []);

        var roster = Resolve(null, available);

        Assert.Equal(["claude", "codex", "gemini", "report-writer"], roster.Entries.Select(entry => entry.Worker));
        Assert.Equal([("gemini", "gemini is not on PATH")], roster.Unavailable.Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void Report_is_written_by_the_first_cli_that_is_there()
    {
        var writer = Resolve(null, AvailableWorkers.Of(vendor => vendor.Facts.Id == "claude" ? "claude is not on PATH" : null, [])).Entries.Single(entry => !entry.IsAnalyst);

        Assert.Equal(("codex", "openai", "gpt-5.5"), (writer.Driver, writer.Vendor, writer.Model.Execution));
    }

    [Fact]
    public void Auditors_join_an_agent_run_as_extra_voters_when_the_project_wants_them()
    {
        var joined = RosterResolution.Resolve(TaskType.ErrorAnalysis, Profile, null, PreparationRig.Everybody, NoModels, auditorsJoin: true);
        var alone = RosterResolution.Resolve(TaskType.ErrorAnalysis, Profile, ["auditor"], PreparationRig.Everybody, NoModels, auditorsJoin: true);

        Assert.Equal(["auditor-trace", "auditor-history", "auditor-checks"], joined.Entries.Where(entry => entry.IsExtraVoter).Select(entry => entry.Worker));
        Assert.DoesNotContain(alone.Entries, entry => entry.IsExtraVoter);
    }

    [Fact]
    public void Scripted_workers_are_found_by_the_name_of_their_file()
    {
        RosterEntry Scripted(string name) => new() { Worker = name, Role = name, Driver = "scripted", Vendor = name, Model = new ModelAssignment("scripted", "scripted"), AgentName = $"{name}-worker" };
        var available = PreparationRig.Everybody.With([new WorkerCandidate(Scripted("alpha"), Group: "scripted:play.json"), new WorkerCandidate(Scripted("beta"), Group: "scripted:play.json")]);

        Assert.Equal(["alpha", "beta"], Resolve("scripted:play.json", available).Entries.Select(entry => entry.Worker));
    }

    private static ResolvedRoster Resolve(string? workers, AvailableWorkers available) =>
        RosterResolution.Resolve(TaskType.ErrorAnalysis, Profile, RosterResolution.Normalise(workers), available, NoModels, auditorsJoin: false);
}
