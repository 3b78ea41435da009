using Okstra.Core.Problems;
using Okstra.Core.Tasks;
using Okstra.Core.Workers;
using Okstra.Processes.Agents;

namespace Okstra.Engine.Preparation;

/// <summary>From the profile's roster or an override to roster entries with models (R-WRK-03, R-CLI-029).</summary>
public static class RosterResolution
{
    /// <summary>Splits a comma list: trimmed, blanks and repetitions dropped; null when there is no list at all.</summary>
    public static IReadOnlyList<string>? Normalise(string? csv) =>
        csv is null ? null : [.. csv.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <param name="type">Task type, for the messages.</param>
    /// <param name="profile">Names in the profile's roster block.</param>
    /// <param name="workers">The override; null keeps the profile's roster.</param>
    /// <param name="available">Everybody there is.</param>
    /// <param name="models">Model by worker id or <c>lead</c>.</param>
    /// <param name="auditorsJoin">The project wants the auditors as extra voters.</param>
    /// <exception cref="UserErrorException">An unknown name, an empty roster, or nobody who could analyse.</exception>
    public static ResolvedRoster Resolve(TaskType type, IReadOnlyList<string> profile, IReadOnlyList<string>? workers, AvailableWorkers available, IReadOnlyDictionary<string, string> models, bool auditorsJoin)
    {
        RefuseUnknownModels(models, available);
        var chosen = (workers ?? profile).SelectMany(name => Find(name, available)).DistinctBy(candidate => candidate.Entry.Worker).ToList();
        var analysts = chosen.Where(candidate => candidate.Entry.IsAnalyst).ToList();
        if (analysts.Count == 0)
        {
            throw new UserErrorException("OKS0130", $"no workers resolved for profile: {type.Token()}", $"name at least one analysis worker: {Valid(available)}");
        }

        string? note = null;
        if (analysts.TrueForAll(candidate => candidate.Missing is not null))
        {
            var auditors = available.Candidates.Where(candidate => candidate.Group == AvailableWorkers.AuditorGroup).ToList();
            if (workers is not null || auditors.Count == 0)
            {
                throw new UserErrorException("OKS0131", $"none of the workers can run here: {string.Join("; ", analysts.Select(candidate => $"{candidate.Entry.Worker}: {candidate.Missing}"))}", "install one of them, or run offline with --workers auditor");
            }

            note = "no agent CLI was found; the built-in auditors analyse, deterministically and without a model";
            chosen = auditors;
        }
        else if (auditorsJoin && analysts.Exists(candidate => candidate.Group != AvailableWorkers.AuditorGroup))
        {
            chosen.AddRange(available.Candidates
                .Where(candidate => candidate.Group == AvailableWorkers.AuditorGroup && !chosen.Contains(candidate))
                .Select(candidate => candidate with { Entry = candidate.Entry with { IsExtraVoter = true } }));
        }

        return new ResolvedRoster(
            [.. chosen.Select(candidate => WithModel(candidate.Entry, models))],
            chosen.Where(candidate => candidate.Missing is not null).ToDictionary(candidate => candidate.Entry.Worker, candidate => candidate.Missing!, StringComparer.Ordinal),
            note);
    }

    /// <summary>The named model, or the default where nothing, blank or <c>default</c> is asked (R-CLI-022).</summary>
    public static ModelAssignment Model(string name, IReadOnlyDictionary<string, string> models, ModelAssignment usual) =>
        models.TryGetValue(name, out var asked) && !string.IsNullOrWhiteSpace(asked) && asked != "default" ? ModelDefaults.Named(asked.Trim()) : usual;

    internal static RosterEntry WithModel(RosterEntry entry, IReadOnlyDictionary<string, string> models) => entry with { Model = Model(entry.Worker, models, entry.Model) };

    internal static List<WorkerCandidate> Find(string name, AvailableWorkers available)
    {
        var found = available.Candidates.Where(candidate => Is(candidate.Entry.Worker, name) || Is(candidate.Group, name)).ToList();
        return found.Count > 0
            ? found
            : throw new UserErrorException("OKS0132", $"unknown worker '{name}'", $"valid workers: {Valid(available)}");
    }

    internal static void RefuseUnknownModels(IReadOnlyDictionary<string, string> models, AvailableWorkers available)
    {
        if (models.Keys.FirstOrDefault(name => name != "lead" && !available.Candidates.Any(candidate => candidate.Entry.Worker == name)) is { } unknown)
        {
            throw new UserErrorException("OKS0133", $"a model is given for '{unknown}', which is no worker", $"valid: lead, {Valid(available)}");
        }

        if (models.FirstOrDefault(pair => pair.Value.Any(char.IsControl) || pair.Value.StartsWith('-')) is { Key: { } bad })
        {
            throw new UserErrorException("OKS0134", $"the model for '{bad}' is not a model name", "give the name the CLI knows, or default");
        }
    }

    internal static string Valid(AvailableWorkers available) =>
        string.Join(", ", available.Candidates.Select(candidate => candidate.Group).Concat(available.Candidates.Select(candidate => candidate.Entry.Worker)).Where(name => name is not null).Distinct(StringComparer.Ordinal));

    private static bool Is(string? known, string name) => string.Equals(known, name, StringComparison.OrdinalIgnoreCase);
}
