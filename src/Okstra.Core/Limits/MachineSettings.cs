using Okstra.Core.Problems;

namespace Okstra.Core.Limits;

/// <summary><c>machine.json</c> in okstra's home: what holds for every run on this machine.</summary>
public sealed record MachineSettings
{
    /// <summary>Calls of one agent CLI that run at once when nothing else is said.</summary>
    public const int DefaultConcurrency = 4;

    /// <summary>More would never be reached.</summary>
    public const int HighestConcurrency = 64;

    public int SchemaVersion { get; set; } = 1;

    /// <summary>Driver id to the number of its calls that may run at once, over all runs of the machine.</summary>
    public IReadOnlyDictionary<string, int> Concurrency { get; set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <exception cref="UserErrorException">The number is none that can be kept.</exception>
    public int ConcurrencyOf(string driver, string file) => Concurrency.GetValueOrDefault(driver, DefaultConcurrency) switch
    {
        >= 1 and <= HighestConcurrency and var most => most,
        var wrong => throw new UserErrorException("OKS0957", $"'{file}' lets {wrong} calls of {driver} run at once", $"give 1 to {HighestConcurrency}, or take the entry out for {DefaultConcurrency}"),
    };
}
