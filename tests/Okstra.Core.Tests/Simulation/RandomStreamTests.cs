using Okstra.Core.Simulation;

namespace Okstra.Core.Tests.Simulation;

public sealed class RandomStreamTests
{
    [Fact]
    public void Stream_is_xoshiro256_starstar_as_published()
    {
        // The test vector that implementations of the algorithm share: state 1, 2, 3, 4.
        var stream = RandomStream.FromState(1, 2, 3, 4);

        Assert.Equal([11520UL, 0UL, 1509978240UL, 1215971899390074240UL, 1216172134540287360UL, 607988272756665600UL, 16172922978634559625UL, 8476171486693032832UL], Enumerable.Range(0, 8).Select(_ => stream.Next()));
    }

    [Theory]
    [InlineData(8, 1, 1)]
    [InlineData(7, 2, 1)]
    [InlineData(7, 1, 2)]
    public void Seed_case_and_change_each_make_another_stream(int seed, int family, int index)
    {
        var one = new RandomStream(7, 1, 1);
        var other = new RandomStream((ulong)seed, (ulong)family, (ulong)index);

        Assert.Empty(Enumerable.Range(0, 50).Select(_ => one.Next()).Intersect(Enumerable.Range(0, 50).Select(_ => other.Next())));
    }

    [Fact]
    public void Draws_have_the_moments_of_their_distributions()
    {
        const int Count = 200_000;
        var stream = new RandomStream(3, 1, 4);
        var limit = ExactMath.ExpOfMinus(1.9);

        Assert.Equal(1.9, Enumerable.Range(0, Count).Average(_ => stream.Poisson(limit)), 0.02);
        Assert.Equal(0.3, Enumerable.Range(0, Count).Average(_ => stream.Chance(0.3) ? 1 : 0), 0.01);
        Assert.Equal(2, Enumerable.Range(0, Count).Average(_ => stream.Below(5)), 0.02);
        var normal = Enumerable.Range(0, Count).Select(_ => stream.Gaussian()).ToList();
        Assert.Equal(0, normal.Average(), 0.01);
        Assert.Equal(1, normal.Average(value => value * value), 0.02);
        Assert.Equal(3, normal.Average(value => value * value * value * value), 0.15);
    }

    [Theory]
    [InlineData(1e-12, -7.034483825301132)]
    [InlineData(1e-5, -4.264890793922825)]
    [InlineData(0.01, -2.3263478740408408)]
    [InlineData(0.075, -1.439531470938456)]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.5, 0)]
    [InlineData(0.91, 1.3407550336902165)]
    [InlineData(0.975, 1.9599639845400536)]
    [InlineData(0.9999, 3.7190164854557084)]
    public void Quantile_agrees_with_the_published_algorithm(double probability, double value) => Assert.Equal(value, NormalQuantile.Of(probability), 1e-12);

    [Fact]
    public void Quantile_is_infinite_where_an_answer_is_certain()
    {
        Assert.Equal(double.NegativeInfinity, NormalQuantile.Of(0));
        Assert.Equal(double.PositiveInfinity, NormalQuantile.Of(1));
    }

    [Fact]
    public void Logarithm_and_exponential_agree_with_the_library_to_fourteen_digits()
    {
        foreach (var value in (double[])[1e-300, 1e-16, 0.001, 0.4999, 0.5, 0.70710678, 0.9999999, 1, 1.0000001, 1.5, 2, 1e10])
        {
            Assert.Equal(Math.Log(value), ExactMath.Log(value), 1e-14 * Math.Max(1, Math.Abs(Math.Log(value))));
        }

        foreach (var value in (double[])[0, 1e-9, 0.5, 1.425, 1.9, 3.42, 50, 100])
        {
            Assert.Equal(1, ExactMath.ExpOfMinus(value) / Math.Exp(-value), 1e-12);
        }
    }
}
