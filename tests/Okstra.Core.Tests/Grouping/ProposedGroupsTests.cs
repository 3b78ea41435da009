using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Grouping;
using Okstra.Core.Tasks;

namespace Okstra.Core.Tests.Grouping;

public sealed class ProposedGroupsTests
{
    private static readonly WorkerFindings Ada = new("ada", [Found("1", "Cache is never emptied", "evict() is not called."), Found("2", "Wrong unit in the label", "kg is printed for grams.")]);
    private static readonly WorkerFindings Bob = new("bob", [Found("1", "Memory grows all day", "The process needs a restart every night.")]);

    [Fact]
    public void Findings_the_rules_keep_apart_join_when_a_group_names_them()
    {
        var byRules = Clustering.Cluster([Ada, Bob], TaskType.ErrorAnalysis, []);

        var proposed = Cluster([new("ada", "1"), new("bob", "1")]);

        Assert.Equal(3, byRules.Count);
        Assert.Equal(2, proposed.Count);
        Assert.Contains(proposed, finding => finding.Authors.SequenceEqual(["ada", "bob"]) && finding.Sources.SequenceEqual(["ada/1", "bob/1"]));
        Assert.Equal(["F-001", "F-002"], proposed.Select(finding => finding.Id));
    }

    [Fact]
    public void Two_findings_of_one_worker_stay_apart_though_a_group_names_both()
    {
        var clusters = Cluster([new("ada", "2"), new("bob", "1"), new("ada", "1")]);

        Assert.Equal(2, clusters.Count);
        Assert.DoesNotContain(clusters, finding => finding.Sources.Contains("ada/1") && finding.Sources.Contains("ada/2"));
    }

    [Fact]
    public void Two_findings_of_one_worker_join_when_the_rules_would_join_them_too()
    {
        var twice = new WorkerFindings("ada", [Found("1", "Cache is never emptied", "evict() is not called."), Found("2", "Cache is never emptied", "evict() is not called.")]);

        var clusters = Clustering.FromGroups([twice, Bob], TaskType.ErrorAnalysis, [], [[new("ada", "1"), new("ada", "2"), new("bob", "1")]]);

        Assert.Equal(["ada/1", "ada/2", "bob/1"], Assert.Single(clusters).Sources);
    }

    [Fact]
    public void Findings_no_group_names_stay_alone_though_the_rules_would_join_them()
    {
        var same = new WorkerFindings("bob", [Found("1", "Cache is never emptied", "evict() is not called.")]);

        Assert.Equal(2, Clustering.Cluster([Ada, same], TaskType.ErrorAnalysis, []).Count);
        Assert.Equal(3, Clustering.FromGroups([Ada, same], TaskType.ErrorAnalysis, [], []).Count);
    }

    [Fact]
    public void Order_of_workers_groups_and_members_changes_nothing()
    {
        IReadOnlyList<FindingSource> group = [new("ada", "1"), new("bob", "1"), new("ada", "2")];

        var one = Clustering.FromGroups([Ada, Bob], TaskType.ErrorAnalysis, [], [group]);
        var other = Clustering.FromGroups([Bob, Ada with { Findings = [.. Ada.Findings.Reverse()] }], TaskType.ErrorAnalysis, [], [[.. group.Reverse()]]);

        Assert.Equal(one.Select(finding => string.Join(' ', finding.Sources.Prepend(finding.Id))), other.Select(finding => string.Join(' ', finding.Sources.Prepend(finding.Id))));
    }

    private static IReadOnlyList<ClusteredFinding> Cluster(params IReadOnlyList<FindingSource> group) => Clustering.FromGroups([Ada, Bob], TaskType.ErrorAnalysis, [], [group]);

    private static CheckedFinding Found(string id, string title, string claim) =>
        new(new Finding { Id = id, Kind = "cause", Title = title, Claim = claim, Severity = Severity.Major, Confidence = 0.5 }, []);
}
