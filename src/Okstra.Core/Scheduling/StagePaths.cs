using Okstra.Core.Stages;

namespace Okstra.Core.Scheduling;

/// <summary>The order stages leave free, and the chain that does not.</summary>
/// <param name="Groups">Stage to its group, from 1.</param>
/// <param name="Critical">The chain with the most effort; of equals the one with smaller numbers.</param>
internal sealed record StagePaths(IReadOnlyDictionary<int, int> Groups, IReadOnlyList<int> Critical)
{
    public static StagePaths None { get; } = new(new Dictionary<int, int>(), []);

    public static StagePaths Of(StagePlan plan, IReadOnlyDictionary<int, Effort> effort)
    {
        var groups = new SortedDictionary<int, int>();
        var chains = new Dictionary<int, (Effort Sum, IReadOnlyList<int> Chain)>();
        foreach (var number in plan.Ordered())
        {
            var before = plan.Find(number)!.DependsOn;
            groups[number] = 1 + before.Select(stage => groups[stage]).DefaultIfEmpty(0).Max();
            var (sum, chain) = before.Select(stage => chains[stage]).OrderByDescending(known => known.Sum.HighMinutes).FirstOrDefault((default, []));
            chains[number] = (sum + effort.GetValueOrDefault(number), [.. chain, number]);
        }

        return new StagePaths(groups, chains.OrderByDescending(chain => chain.Value.Sum.HighMinutes).ThenBy(chain => chain.Key).Select(chain => chain.Value.Chain).FirstOrDefault([]));
    }
}
