using Okstra.Core.Profiles;

namespace Okstra.Core.Tests.Profiles;

public sealed class ProfileRosterTests
{
    [Theory]
    [InlineData("Workers:")]
    [InlineData("Required workers:")]
    [InlineData("Reviewers:")]
    [InlineData("Analysers:")]
    [Trait("Req", "R-LAY-91")]
    [Trait("Req", "R-WRK-02")]
    public void Roster_is_read_below_each_of_the_four_headers(string header) =>
        Assert.Equal(["claude", "report-writer"], ProfileRoster.Parse($"# Profile\n\n- Purpose: x\n- {header}\n  - Claude\n  - `report-writer` (writes)\n  - claude\n\n## Next\n- Workers:\n  - gemini\n"));

    [Theory]
    [InlineData("")]
    [InlineData("- Helpers:\n  - claude\n")]
    [InlineData("Workers:\n- claude\n")]
    public void Profile_without_a_roster_block_has_nobody(string profile) => Assert.Empty(ProfileRoster.Parse(profile));

    [Fact]
    public void Bullets_at_the_level_of_the_header_end_the_roster() =>
        Assert.Equal(["codex"], ProfileRoster.Parse("- Workers:\n    - codex\n- Something else\n    - gemini\n"));
}
