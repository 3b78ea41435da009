using System.Numerics;

namespace Okstra.Core.Simulation;

/// <summary>
/// A reproducible stream of random numbers: xoshiro256** 1.0 (D. Blackman, S. Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM TOMS 47(4),
/// 2021), its state filled by SplitMix64 as its authors advise. Every change has a stream of its own, so results depend on neither threads nor order.
/// </summary>
public sealed class RandomStream
{
    private const ulong Golden = 0x9e3779b97f4a7c15;
    private const double UnitStep = 1.0 / (1UL << 53);
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <param name="seed">The user's seed.</param>
    /// <param name="family">Number of the case.</param>
    /// <param name="index">Number of the change.</param>
    public RandomStream(ulong seed, ulong family, ulong index)
    {
        var state = Mix(Mix(Mix(seed + Golden) ^ family) ^ index);
        _s0 = Mix(state += Golden);
        _s1 = Mix(state += Golden);
        _s2 = Mix(state += Golden);
        _s3 = Mix(state + Golden);
    }

    private RandomStream(ulong s0, ulong s1, ulong s2, ulong s3) => (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);

    /// <summary>The generator in a given state, of which at least one word is not 0.</summary>
    public static RandomStream FromState(ulong s0, ulong s1, ulong s2, ulong s3) => new(s0, s1, s2, s3);

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var carried = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= carried;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform over the 2^53 evenly spaced numbers of [0, 1).</summary>
    public double Unit() => (Next() >> 11) * UnitStep;

    /// <summary>True with the given probability; draws also when the answer is certain.</summary>
    public bool Chance(double probability) => Unit() < probability;

    /// <summary>Uniform over 0 … <paramref name="count"/> − 1.</summary>
    public int Below(int count) => (int)((Next() >> 32) * (ulong)count >> 32);

    /// <summary>Standard normal, by inversion.</summary>
    public double Gaussian() => NormalQuantile.Of(((Next() >> 11) + 0.5) * UnitStep);

    /// <summary>Poisson, by counting how many uniform factors it takes to fall below e^−mean (D. Knuth, TAOCP 2, 3.4.1).</summary>
    /// <param name="limit"><see cref="ExactMath.ExpOfMinus"/> of the mean.</param>
    public int Poisson(double limit)
    {
        var count = 0;
        for (var product = Unit(); product > limit; product *= Unit())
        {
            count++;
        }

        return count;
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }
}
