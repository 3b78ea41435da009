using System.Globalization;

namespace Okstra.Benchmarks;

/// <summary>Wall times of one thing in milliseconds, as measured.</summary>
internal sealed class Figures(string name)
{
    private readonly List<double> _milliseconds = [];

    public double Median => _milliseconds.Order().ElementAt(_milliseconds.Count / 2);

    public void Add(TimeSpan elapsed) => _milliseconds.Add(elapsed.TotalMilliseconds);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{name,-28} min {_milliseconds.Min(),7:F0} ms   median {Median,7:F0} ms   max {_milliseconds.Max(),7:F0} ms   ({_milliseconds.Count} rounds)");
}
