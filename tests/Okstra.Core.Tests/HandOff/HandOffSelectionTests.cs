using Okstra.Core.HandOff;

namespace Okstra.Core.Tests.HandOff;

public sealed class HandOffSelectionTests
{
    private static readonly IReadOnlyList<StageJudgement> Judged =
    [
        Stage(1, [], null),
        Stage(2, [1], null),
        Stage(3, [2], null, "stage 3 was not verified"),
        Stage(4, [], "https://x/1", "stage 4 is in the pull request https://x/1 already"),
        Stage(5, [4], null),
    ];

    [Theory]
    [InlineData("1")]
    [InlineData("1,2")]
    [InlineData("5")]
    [InlineData("1,2,5")]
    public void Eligible_stages_with_all_they_build_on_may_go(string stages) => Assert.Empty(Refusals(stages));

    [Theory]
    [InlineData("2", "stage 2 depends on stage 1, which is neither selected nor in a pull request")]
    [InlineData("3", "stage 3 was not verified|stage 3 depends on stage 2, which is neither selected nor in a pull request")]
    [InlineData("4", "stage 4 is in the pull request https://x/1 already")]
    [InlineData("1,9", "the plan has no stage 9; it has 1, 2, 3, 4, 5")]
    public void Every_reason_against_a_selection_is_given(string stages, string reasons) => Assert.Equal(reasons, string.Join('|', Refusals(stages)));

    private static IReadOnlyList<string> Refusals(string stages) => HandOffSelection.Refusals([.. stages.Split(',').Select(int.Parse)], Judged);

    private static StageJudgement Stage(int number, int[] dependsOn, string? url, params string[] reasons) => new()
    {
        Stage = number,
        Eligible = reasons.Length == 0,
        Reasons = reasons,
        Branch = $"s-{number}",
        HeadSha = new string('1', 40),
        DependsOn = dependsOn,
        Verified = null,
        Pr = url is null ? null : new StagePullRequest("b", url),
    };
}
