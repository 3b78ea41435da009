using Okstra.Core.Text;

namespace Okstra.Core.Tests.Text;

public sealed class ReportTextsTests
{
    private static readonly ReportTexts Korean = ReportTexts.In(ReportLanguage.Korean);
    private static readonly ReportTexts English = ReportTexts.In(ReportLanguage.English);

    [Fact]
    public void Both_languages_have_the_same_keys_and_the_same_gaps()
    {
        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Korean.Keys.Order(StringComparer.Ordinal));
        Assert.All(English.Keys, key => Assert.Equal(Gaps(English[key]), Gaps(Korean[key])));
        Assert.All(English.Keys, key => Assert.False(string.IsNullOrWhiteSpace(Korean[key])));
    }

    [Theory]
    [Trait("Req", "R-REP-97")]
    [InlineData("empty.5", "- 추가 정보 요청 없음.")]
    [InlineData("empty.1.2", "- 유의미한 차이 없음. 1.1 Consensus가 그대로 유효합니다.")]
    [InlineData("empty.blockers", "- No acceptance blockers found.")]
    [InlineData("empty.4.5.5", "- 의존성·마이그레이션 위험 없음.")]
    [InlineData("empty.4.5.9", "- Open question 없음.")]
    [InlineData("empty.6", "- No further action required. Final verdict in section 2 stands.")]
    [InlineData("empty.7", "- 후속 작업 없음.")]
    public void Empty_state_lines_are_literal(string key, string line) => Assert.Equal(line, Korean[key]);

    [Fact]
    public void English_texts_hold_no_hangul() =>
        Assert.All(English.Keys, key => Assert.DoesNotContain(English[key], character => character is >= '\uAC00' and <= '\uD7A3'));

    private static IEnumerable<string> Gaps(string text) =>
        Enumerable.Range(0, 8).Select(number => $"{{{number}}}").Where(gap => text.Contains(gap, StringComparison.Ordinal));
}
