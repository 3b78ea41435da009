using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Limits;

namespace Okstra.Core.Tests.Limits;

/// <summary>How long a vendor is left alone.</summary>
public sealed class BackOffTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_stated_reset_is_kept_and_never_asked_before()
    {
        var reset = Now.AddHours(3);

        Prop.ForAll(Gen.Choose(0, 999).ToArbitrary(), random =>
        {
            var (until, stated) = BackOff.Until(new LimitSignal(LimitKind.UsageLimit, reset, ""), Now, 5, random / 1000.0);
            return stated && until > reset && until <= reset.AddSeconds(11);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Without_a_reset_the_pause_doubles_up_to_a_quarter_of_an_hour_and_is_spread()
    {
        Assert.Equal([15, 30, 60, 120, 240, 480, 900, 900], Enumerable.Range(1, 8).Select(times => Longest(times)));
        Prop.ForAll(Gen.Choose(1, 60).ToArbitrary(), Gen.Choose(0, 999).ToArbitrary(), (times, random) =>
        {
            var (until, stated) = BackOff.Until(new LimitSignal(LimitKind.RateLimit, null, ""), Now, times, random / 1000.0);
            var pause = (until - Now).TotalSeconds;
            return !stated && pause >= Longest(times) / 2.0 && pause <= Longest(times);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(60 * 24 * 30)]
    public void A_reset_that_is_over_or_absurdly_far_is_a_wrong_clock_and_backs_off_instead(int minutes)
    {
        var (until, stated) = BackOff.Until(new LimitSignal(LimitKind.UsageLimit, Now.AddMinutes(minutes), ""), Now, 1, 0.5);

        Assert.False(stated);
        Assert.InRange(until, Now, Now.AddSeconds(15));
    }

    private static int Longest(int times) => (int)(BackOff.Until(new LimitSignal(LimitKind.RateLimit, null, ""), Now, times, 1).Until - Now).TotalSeconds;
}
