using Okstra.Core.Problems;
using Okstra.Core.Tasks;
using Okstra.Core.Workers;

namespace Okstra.Engine.Preparation;

/// <summary>The roster of each phase: analysts, an executor with its verifiers, or nobody.</summary>
public static class PhaseRosters
{
    public const string Executor = "executor";

    /// <param name="type">Task type.</param>
    /// <param name="executor">Provider of the executor; null outside implementation.</param>
    /// <param name="profile">Names in the profile's roster block.</param>
    /// <param name="workers">The override; null keeps the profile's roster.</param>
    /// <param name="available">Everybody there is.</param>
    /// <param name="models">Model by worker id or <c>lead</c>.</param>
    /// <param name="auditorsJoin">The project wants the auditors as extra voters.</param>
    /// <exception cref="UserErrorException">An unknown name, or an empty roster.</exception>
    public static ResolvedRoster Resolve(
        TaskType type, string? executor, IReadOnlyList<string> profile, IReadOnlyList<string>? workers, AvailableWorkers available, IReadOnlyDictionary<string, string> models, bool auditorsJoin) => type switch
        {
            // Nobody but the lead, whatever the override says (R-CLI-029, R-WRK-04, R-CON-43).
            TaskType.ReleaseHandoff => new ResolvedRoster([], new Dictionary<string, string>(StringComparer.Ordinal), null),
            TaskType.Implementation => Implementation(executor!, workers ?? profile, available, models),
            _ => RosterResolution.Resolve(type, profile, workers, available, models, auditorsJoin),
        };

    // R-CON-38, R-PHS-042: the executor's own provider verifies too, in a session of its own.
    private static ResolvedRoster Implementation(string executor, IReadOnlyList<string> names, AvailableWorkers available, IReadOnlyDictionary<string, string> models)
    {
        RosterResolution.RefuseUnknownModels(models, available);
        var chosen = names.SelectMany(name => RosterResolution.Find(name, available)).DistinctBy(candidate => candidate.Entry.Worker).ToList();
        if (!chosen.Exists(candidate => candidate.Entry.IsAnalyst))
        {
            throw new UserErrorException("OKS0130", $"no workers resolved for profile: {TaskType.Implementation.Token()}", $"name at least one verifier: {RosterResolution.Valid(available)}");
        }

        var binding = RosterResolution.Find(executor, available)[0];
        List<WorkerCandidate> roster =
        [
            binding with { Entry = RosterResolution.WithModel(binding.Entry, models) with { Worker = Executor, Role = "Executor", AgentName = $"{Executor}-worker", IsAnalyst = false, IsExecutor = true } },
            .. chosen.Select(candidate => candidate with { Entry = Verifier(RosterResolution.WithModel(candidate.Entry, models)) }),
        ];
        return new ResolvedRoster(
            [.. roster.Select(candidate => candidate.Entry)],
            roster.Where(candidate => candidate.Missing is not null).ToDictionary(candidate => candidate.Entry.Worker, candidate => candidate.Missing!, StringComparer.Ordinal),
            null);
    }

    private static RosterEntry Verifier(RosterEntry entry) => entry.IsAnalyst
        ? entry with { Role = entry.Role.Replace("worker", "verifier", StringComparison.Ordinal), IsAnalyst = false, IsVerifier = true }
        : entry;
}
