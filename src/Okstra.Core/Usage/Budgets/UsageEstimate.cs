namespace Okstra.Core.Usage.Budgets;

/// <summary>What a dispatch may use, from earlier ones of its kind.</summary>
/// <param name="Samples">How many.</param>
/// <param name="Median">Half of them used no more.</param>
/// <param name="P90">Nine of ten used no more.</param>
public sealed record UsageEstimate(int Samples, Amount Median, Amount P90)
{
    /// <summary>Fewer samples say nothing about a 90th percentile.</summary>
    public const int FewestSamples = 3;

    /// <summary>From the dispatches of the same driver, model and kind; of the same driver and kind when those are too few; null when these are, too.</summary>
    public static UsageEstimate? For(IReadOnlyList<UsageSample> history, string driver, string model, int round)
    {
        var alike = history.Where(sample => sample.Driver == driver && Kind(sample.Round) == Kind(round)).ToList();
        var same = alike.Where(sample => sample.Model == model).ToList();
        return Of(same.Count >= FewestSamples ? same : alike);
    }

    /// <summary>Quantiles by nearest rank: always a value that occurred; null with too few.</summary>
    public static UsageEstimate? Of(IReadOnlyList<UsageSample> samples)
    {
        if (samples.Count < FewestSamples)
        {
            return null;
        }

        var tokens = samples.Select(sample => sample.Used.Tokens).Order().ToList();
        var priced = samples.Select(sample => sample.Used.Usd).OfType<decimal>().Order().ToList();

        // One sample without a price makes the money of all a guess.
        var usd = priced.Count == samples.Count ? priced : null;
        return new UsageEstimate(samples.Count, At(50), At(90));

        Amount At(int percent) => new(Rank(tokens, percent), usd is null ? null : Rank(usd, percent));
    }

    private static T Rank<T>(List<T> sorted, int percent) => sorted[Math.Max(0, ((sorted.Count * percent) + 99) / 100 - 1)];

    private static int Kind(int round) => Math.Min(round, 1);
}
