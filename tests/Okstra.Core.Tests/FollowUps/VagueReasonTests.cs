using Okstra.Core.FollowUps;

namespace Okstra.Core.Tests.FollowUps;

public sealed class VagueReasonTests
{
    [Theory]
    [InlineData("Lack of time")]
    [InlineData("There was not enough time for this.")]
    [InlineData("We ran out of time")]
    [InlineData("later")]
    [InlineData("TBD")]
    [InlineData("n/a")]
    [InlineData("Time constraints; to be done later")]
    [InlineData("시간 부족")]
    [InlineData("시간이 부족해서 나중에 진행 예정")]
    [InlineData("추후 진행")]
    [Trait("Req", "R-REP-59")]
    public void Grounds_that_say_nothing_about_the_work_are_vague(string reason) => Assert.True(VagueReason.Is(reason), reason);

    [Theory]
    [InlineData("The log grows without a bound; the plan does not touch it.")]
    [InlineData("Needs a schema migration that must be coordinated with billing.")]
    [InlineData("Because of the lock order the cache cannot be cleared here")]
    [InlineData("캐시 키에 테넌트가 없어 스키마 변경이 필요하며 이번 계획의 범위를 벗어난다")]
    [InlineData("Time zone handling of invoices differs from orders")]
    public void A_ground_in_the_work_is_not(string reason) => Assert.False(VagueReason.Is(reason), reason);
}
