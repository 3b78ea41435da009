using System.Globalization;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Grouping;

namespace Okstra.Core.Tests.Grouping;

public sealed class GroupingQuestionTests
{
    private static readonly WorkerFindings Ada = Of("ada", ("x", "Zero divisor"), ("y", "Cache grows"));
    private static readonly WorkerFindings Bob = Of("bob", ("1", "Memory leak"));

    [Fact]
    public void Ids_follow_the_titles_whoever_answered_first()
    {
        var one = GroupingQuestion.Of([Ada, Bob]);
        var other = GroupingQuestion.Of([Bob, Ada with { Findings = [.. Ada.Findings.Reverse()] }]);

        Assert.Null(one.NotWorthAsking);
        Assert.Equal(["N-001 Cache grows", "N-002 Memory leak", "N-003 Zero divisor"], one.Items.Select(item => $"{item.Id} {item.Finding.Finding.Title}"));
        Assert.Equal(one.Items.Select(item => (item.Id, item.Source)), other.Items.Select(item => (item.Id, item.Source)));
    }

    [Fact]
    public void Groups_lead_back_to_the_workers_findings()
    {
        var groups = GroupingQuestion.Of([Ada, Bob]).Resolve(new GroupsAnswer { Groups = [["N-002", "N-404", "N-001"]] });

        Assert.Equal([new("bob", "1"), new("ada", "y")], Assert.Single(groups));
    }

    [Fact]
    public void Nothing_is_asked_when_only_one_worker_raised_findings() =>
        Assert.Contains("fewer than two workers", GroupingQuestion.Of([Ada, Of("bob")]).NotWorthAsking, StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_asked_about_more_findings_than_a_prompt_holds()
    {
        var titles = Enumerable.Range(0, GroupingQuestion.MaxFindings).Select(number => (Id: number.ToString(CultureInfo.InvariantCulture), Title: $"Finding {number}")).ToArray();

        Assert.Contains("401 findings are more than the 400", GroupingQuestion.Of([Of("ada", titles), Bob]).NotWorthAsking, StringComparison.Ordinal);
        Assert.Null(GroupingQuestion.Of([Of("ada", titles[1..]), Bob]).NotWorthAsking);
    }

    private static WorkerFindings Of(string worker, params IReadOnlyList<(string Id, string Title)> findings) => new(
        worker,
        [.. findings.Select(finding => new CheckedFinding(new Finding { Id = finding.Id, Kind = "cause", Title = finding.Title, Claim = "It is so.", Severity = Severity.Major, Confidence = 0.5 }, []))]);
}
