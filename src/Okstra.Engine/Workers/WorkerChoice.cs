using Okstra.Core.Workers;
using Okstra.Engine.Auditing;
using Okstra.Engine.Preparation;
using Okstra.Engine.Workers.Scripted;
using Okstra.State.Inputs;

namespace Okstra.Engine.Workers;

/// <summary>Who could work on this machine: the agent CLIs, the auditors and, when a scenario is named, its scripted workers.</summary>
public static class WorkerChoice
{
    public const string ScriptedPrefix = "scripted:";

    /// <summary>Candidates for a roster.</summary>
    /// <param name="services">Doors to the world.</param>
    /// <param name="workers">The <c>--workers</c> list with absolute scenario paths; null when not given.</param>
    public static AvailableWorkers Available(RunServices services, string? workers)
    {
        var known = AvailableWorkers.Of(
            vendor => new CliAgentDriver(vendor, services.Host, services.Runner, services.Writer).WhyUnavailable(),
            Auditors.All.Select(auditor => auditor.Worker));
        return ScenarioPath(workers?.Split(',', StringSplitOptions.TrimEntries) ?? []) is { } path ? known.With(Scripted(path)) : known;
    }

    /// <summary>The scenario a roster names; null when it names none.</summary>
    public static string? ScenarioPath(IReadOnlyList<string> workers) =>
        workers.FirstOrDefault(name => name.StartsWith(ScriptedPrefix, StringComparison.Ordinal))?[ScriptedPrefix.Length..];

    /// <summary>Makes scenario paths absolute, so that a resumed run finds them from any folder.</summary>
    public static string? Absolute(string? workers, string currentDirectory) => workers is null
        ? null
        : string.Join(',', workers.Split(',', StringSplitOptions.TrimEntries).Select(name => name.StartsWith(ScriptedPrefix, StringComparison.Ordinal)
            ? ScriptedPrefix + Path.GetFullPath(name[ScriptedPrefix.Length..], currentDirectory)
            : name));

    private static IEnumerable<WorkerCandidate> Scripted(string path)
    {
        var scenario = ScriptedDriver.Parse(InputFiles.Read(path, "scenario").Text, path);
        return scenario.Workers.Where(worker => worker.Name != LeadWorker.Id).Select(worker => new WorkerCandidate(
            new RosterEntry
            {
                Worker = worker.Name,
                Role = $"Scripted worker {worker.Name}",
                Driver = ScriptedDriver.DriverId,
                Vendor = worker.Vendor ?? worker.Name,
                Model = new ModelAssignment("scripted", "none"),
                AgentName = $"{worker.Name}-worker",
                IsAnalyst = worker.Name != AvailableWorkers.ReportWriter,
            },
            Group: ScriptedPrefix + path));
    }
}
