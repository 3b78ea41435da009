using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Phases;
using Okstra.Core.Problems;

namespace Okstra.Core.Tests.Phases;

public sealed class PhaseTextTests
{
    [Fact]
    public void Citations_are_found_in_code_links_and_bare_words_below_their_heading_only()
    {
        const string Brief = """
            # Verify

            See other.md.

            ## Source Implementation Report

            - `runs/a b/final report-001.md` and [stage 2](/abs/two.md)
            - three.md

            ### More

            | four.md | x |

            ## Out of Scope

            five.md
            """;

        Assert.Equal(["runs/a b/final report-001.md", "/abs/two.md", "three.md", "four.md"], SourceCitation.Paths(Brief, SourceCitation.Implementation));
        Assert.Empty(SourceCitation.Paths(Brief, SourceCitation.Verification));
    }

    [Fact]
    public void Implementation_report_gives_its_commits_and_paths_in_lists_and_tables()
    {
        const string Report = """
            ## 4.5 Implementation Deliverables

            ### Commit list

            - `5f2a9c1` feat(cart): add up, see deadbeef00
              a body line that names 91d0be7aa
            | Commit | Message |
            |---|---|
            | 0123456789abcdef0123456789abcdef01234567 | test |

            ### Diff summary

            | Path | Change |
            |---|---|
            | `shop/cart.py` | +2 |
            | readme.md | +1 |

            2 files changed
            """;

        var report = ImplementationReport.Parse(Report);

        Assert.Equal(["5f2a9c1", "0123456789abcdef0123456789abcdef01234567"], report.Commits);
        Assert.Equal(["shop/cart.py", "readme.md"], report.Files);
        Assert.Equal(["Plan link & approval evidence", "Validation evidence", "Routing recommendation for final-verification"], report.MissingParts);
    }

    [Theory]
    [InlineData("## 2. Final Verdict\n\n| 항목 | 값 |\n|---|---|\n| Verdict Token | `accepted` |\n", "accepted")]
    [InlineData("## 2. Final Verdict\n\n| Verdict Token | accepted |\n| Verdict Token | blocked |\n", null)]
    [InlineData("## 2. Final Verdict\n\n- Verdict Token: accepted\n", null)]
    [InlineData("## 1. Summary\n\n| Verdict Token | accepted |\n", null)]
    [InlineData("", null)]
    public void Verdict_is_the_one_row_of_section_2(string report, string? token) => Assert.Equal(token, VerdictRow.Token(report));

    [Fact]
    public void Any_text_is_read_without_a_crash() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        var markdown = $"## Source Implementation Report\n{text}\n## Commit list\n{text}\n## Diff summary\n|---|\n|{text}\n## 2. Final Verdict\n{text}";
        _ = SourceCitation.Paths(markdown, SourceCitation.Implementation);
        _ = VerdictRow.Token(markdown);
        return ImplementationReport.Parse(markdown).Commits.All(id => id.Length is >= 7 and <= 40);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("t-1-stage-2:why", "t-1-stage-2", "why")]
    [InlineData(" DEV_9-stage-10 : no db: see T-1 ", "DEV_9-stage-10", "no db: see T-1")]
    public void Waiver_is_split_at_the_first_colon(string text, string key, string reason) => Assert.Equal(new QaWaiver(key, reason), QaWaiver.Parse(text));

    [Theory]
    [InlineData(null, null, "whole-task")]
    [InlineData(null, "2", "single-stage")]
    [InlineData("single-stage", null, "single-stage")]
    [InlineData("whole-task", null, "whole-task")]
    public void Naming_a_stage_means_that_stage(string? scope, string? stage, string expected) => Assert.Equal(expected, VerificationScopes.Resolve(scope, stage));

    [Fact]
    public void Executor_is_blank_tolerant_and_known()
    {
        Assert.Equal("claude", Executors.Resolve(" ", ""));
        Assert.Equal("codex", Executors.Resolve(" Codex ", "gemini"));
        Assert.Equal("OKS0754", Assert.Throws<UserErrorException>(() => Executors.Resolve("--yolo", null)).Problem.Code);
    }
}
