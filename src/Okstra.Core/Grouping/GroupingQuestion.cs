using System.Globalization;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;

namespace Okstra.Core.Grouping;

/// <summary>What the lead is asked in <see cref="GroupingMode.Lead"/>: every finding under a neutral id, in the order of the titles.</summary>
public sealed class GroupingQuestion
{
    /// <summary>More findings than this make a prompt nobody answers with care; the rules group them (our choice: about 100 000 tokens).</summary>
    public const int MaxFindings = 400;

    private GroupingQuestion(IReadOnlyList<GroupingItem> items, string? notWorthAsking)
    {
        Items = items;
        NotWorthAsking = notWorthAsking;
    }

    public IReadOnlyList<GroupingItem> Items { get; }

    /// <summary>Why there is nothing to ask; null when there is.</summary>
    public string? NotWorthAsking { get; }

    /// <summary>The question about the findings of these workers, the same in whatever order they come.</summary>
    public static GroupingQuestion Of(IReadOnlyList<WorkerFindings> workers)
    {
        var items = workers
            .SelectMany(worker => worker.Findings.Select(finding => (Source: new FindingSource(worker.Worker, finding.Finding.Id), Finding: finding)))
            .OrderBy(entry => entry.Finding.Finding.Title, StringComparer.Ordinal)
            .ThenBy(entry => entry.Finding.Finding.Claim, StringComparer.Ordinal)
            .ThenBy(entry => entry.Source.Worker, StringComparer.Ordinal)
            .ThenBy(entry => entry.Source.FindingId, StringComparer.Ordinal)
            .Select((entry, index) => new GroupingItem(string.Create(CultureInfo.InvariantCulture, $"N-{index + 1:D3}"), entry.Source, entry.Finding))
            .ToList();
        var reason = workers.Count(worker => worker.Findings.Count > 0) < 2
            ? "fewer than two workers raised findings, so there was nothing to ask"
            : items.Count > MaxFindings ? $"{items.Count} findings are more than the {MaxFindings} the lead is asked about" : null;
        return new GroupingQuestion(items, reason);
    }

    /// <summary>The answer in terms of the workers' own findings.</summary>
    /// <param name="answer">Parsed against this question's ids; what a document edited by hand says beyond them names nothing.</param>
    public IReadOnlyList<IReadOnlyList<FindingSource>> Resolve(GroupsAnswer answer)
    {
        var sources = Items.ToDictionary(item => item.Id, item => item.Source, StringComparer.Ordinal);
        return [.. answer.Groups.Select(group => (IReadOnlyList<FindingSource>)[.. group.Where(sources.ContainsKey).Select(id => sources[id])])];
    }
}
