using Okstra.Core.Workers;
using Okstra.Processes.Agents;

namespace Okstra.Engine.Preparation;

/// <summary>Everybody a roster may name.</summary>
/// <param name="Candidates">In the order they are shown.</param>
public sealed record AvailableWorkers(IReadOnlyList<WorkerCandidate> Candidates)
{
    /// <summary>Stands for the built-in auditors, which need no model.</summary>
    public const string AuditorGroup = "auditor";

    public const string ReportWriter = "report-writer";

    /// <summary>The agent CLIs, the report writer (written by the first CLI that is there) and the auditors.</summary>
    /// <param name="whyMissing">Null when a CLI's driver can run here, otherwise why not.</param>
    /// <param name="auditors">Worker ids of the auditors.</param>
    public static AvailableWorkers Of(Func<ICliVendor, string?> whyMissing, IEnumerable<string> auditors)
    {
        var vendors = CliVendors.All.Select(vendor => (vendor.Facts, Missing: whyMissing(vendor))).ToList();
        var (writer, writerMissing) = vendors.FirstOrDefault(vendor => vendor.Missing is null, vendors[0]);
        return new AvailableWorkers(
        [
            .. vendors.Select(vendor => new WorkerCandidate(Agent(vendor.Facts), vendor.Missing)),
            new WorkerCandidate(Writer(writer), writerMissing),
            .. auditors.Select(auditor => new WorkerCandidate(Auditor(auditor), Group: AuditorGroup)),
        ]);
    }

    /// <summary>With further candidates, e.g. scripted workers.</summary>
    public AvailableWorkers With(IEnumerable<WorkerCandidate> more) => new([.. Candidates, .. more]);

    private static RosterEntry Agent(CliVendorFacts facts) => new()
    {
        Worker = facts.Id,
        Role = facts.Role,
        Driver = facts.Id,
        Vendor = facts.Vendor,
        Model = facts.DefaultModel,
        AgentName = $"{facts.Id}-worker",
    };

    private static RosterEntry Writer(CliVendorFacts facts) => new()
    {
        Worker = ReportWriter,
        Role = "Report writer worker",
        Driver = facts.Id,
        Vendor = facts.Vendor,
        // `opus` means something to claude alone; another CLI writes with its own default.
        Model = facts.Id == "claude" ? ModelDefaults.ReportWriter : facts.DefaultModel,
        AgentName = ReportWriter,
        IsAnalyst = false,
    };

    private static RosterEntry Auditor(string worker) => new()
    {
        Worker = worker,
        Role = $"Auditor {worker["auditor-".Length..]}",
        Driver = worker,
        Vendor = "okstra",
        Model = new ModelAssignment("none (deterministic)", "none"),
        AgentName = $"{worker}-worker",
    };
}
