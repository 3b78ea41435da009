using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Grouping;
using Okstra.Core.Sources;
using Okstra.Core.Tasks;
using Okstra.Core.Tests.Convergence;

namespace Okstra.Core.Tests.Grouping;

public sealed class ClusteringTests
{
    [Theory]
    // Paraphrases on the same lines.
    [InlineData("Division by zero for an empty list", "average() divides by len(values), which is 0 when the list is empty", 12, "ZeroDivisionError on empty input", "When values is empty the divisor is zero and the division raises", 13, true)]
    [InlineData("Missing null check", "config may be null when the file does not exist, so config.Port throws", 40, "NullReferenceException without a config file", "The config is never checked for null before Port is read; a missing file crashes", 41, true)]
    [InlineData("SQL injection in the search", "The user's input is concatenated into the query unescaped", 7, "Query is built from raw user input", "Search concatenates the input into SQL, an injection", 7, true)]
    [InlineData("Race on the counter", "Two threads increment count concurrently without a lock", 88, "Unsynchronised increment", "count++ is not protected by a mutex, so concurrent increments race", 88, true)]
    // The same line, another bug.
    [InlineData("Division by zero for an empty list", "average() divides by len(values), which is 0 when the list is empty", 12, "Result is truncated", "average() uses integer division, so the mean loses its fraction", 12, false)]
    [InlineData("File handle leak", "parse() never closes the stream it opened", 30, "Time zone is ignored", "parse() reads the timestamp as local time, UTC expected", 30, false)]
    [InlineData("SQL injection in the search", "The user's input is concatenated into the query unescaped", 7, "Search has no paging", "The statement loads every row, slow for big tables", 7, false)]
    // Another line, the same bug in nearly the same words.
    [InlineData("Missing null check", "config may be null when the file does not exist", 40, "Missing null check of config", "config may be null if the file does not exist", 95, true)]
    [InlineData("Missing null check", "config may be null when the file does not exist", 40, "Retry loop never ends", "The client retries forever when the server replies 503", 95, false)]
    // Korean, English, mixed, and decomposed Hangul.
    [InlineData("빈 목록에서 0으로 나누기", "목록이 비어 있으면 분모가 0이 되어 예외가 발생한다", 12, "Division by zero for an empty list", "average() divides by zero when the list is empty and raises an exception", 12, true)]
    [InlineData("설정 파일 누락 시 널 예외", "config가 null인지 검사하지 않아 파일이 없으면 예외가 난다", 40, "설정이 null일 때 크래시", "설정 파일이 없으면 config가 null이고 검증 없이 사용되어 예외가 발생", 41, true)]
    [InlineData("빈 목록에서 0으로 나누기", "목록이 비어 있으면 분모가 0이 되어 예외가 발생한다", 12, "평균 결과가 절삭됨", "정수 나눗셈이라 소수 부분이 버려진다", 12, false)]
    [InlineData("파일 핸들 누수", "스트림을 닫지 않는다", 30, "\u1111\u1161\u110b\u1175\u11af \u1112\u1162\u11ab\u1103\u1173\u11af \u1102\u116e\u1109\u116e", "\u1109\u1173\u1110\u1173\u1105\u1175\u11b7\u110b\u1173\u11af \u1103\u1161\u11ae\u110c\u1175 \u110b\u1161\u11ad\u1102\u1173\u11ab\u1103\u1161", 31, true)]
    public void Findings_of_two_workers_join_when_they_claim_the_same(string title1, string claim1, int line1, string title2, string claim2, int line2, bool same)
    {
        var clusters = Cluster(Of("a", Found("1", title1, claim1, line1)), Of("b", Found("1", title2, claim2, line2)));

        Assert.Equal(same ? 1 : 2, clusters.Count);
    }

    [Fact]
    public void Findings_in_different_files_about_different_functions_stay_apart()
    {
        var clusters = Cluster(
            Of("a", Found("1", "Missing null check in parseUser()", "parseUser() does not check its argument for null", 5, "src/user.py")),
            Of("b", Found("1", "Missing null check in parseOrder()", "parseOrder() does not check its argument for null", 9, "src/order.py")));

        Assert.Equal(2, clusters.Count);
    }

    [Fact]
    public void Findings_of_one_worker_stay_apart_unless_nearly_identical()
    {
        var clusters = Cluster(Of(
            "a",
            Found("1", "Division by zero", "average() divides by zero when the list is empty", 12),
            Found("2", "Division by zero", "average() divides by zero when the list is empty.", 12),
            Found("3", "Empty list crashes the report", "the caller passes an empty list to average()", 12)));

        Assert.Equal(2, clusters.Count);
        Assert.Contains(clusters, cluster => cluster.Sources.SequenceEqual(["a/1", "a/2"]));
    }

    [Fact]
    [Trait("Req", "R-CVG-34")]
    public void Cluster_unites_authors_evidence_and_tickets_and_takes_the_best_holding_text()
    {
        var weak = Found("1", "Division by zero", "average() divides by zero for an empty list", 12) with
        {
            Evidence = [Sample.Failing("a")],
        };
        weak = weak with { Finding = weak.Finding with { Severity = Severity.Critical, Confidence = 0.9, TicketId = "T-2" } };
        var strong = Found("7", "Division by zero on an empty list", "average() divides by zero if the list is empty", 12);
        strong = strong with { Finding = strong.Finding with { Severity = Severity.Minor, Confidence = 0.4, TicketId = "T-1" } };

        var cluster = Assert.Single(Cluster(Of("a", weak), Of("b", strong)));

        Assert.Equal("F-001", cluster.Id);
        Assert.Equal(["a", "b"], cluster.Authors);
        Assert.Equal(["a/1", "b/7"], cluster.Sources);
        Assert.Equal(["T-1", "T-2"], cluster.TicketIds);
        Assert.Equal("Division by zero on an empty list", cluster.Title);
        Assert.Equal((Severity.Critical, 0.9), (cluster.Severity, cluster.Confidence));
        Assert.Equal(2, cluster.Evidence.Count);
        Assert.False(cluster.Unsupported);
        Assert.Equal(["average() divides by zero for an empty list", "average() divides by zero if the list is empty"], cluster.Positions.Select(position => position.Claim));
    }

    [Fact]
    public void Cluster_without_a_holding_citation_is_unsupported()
    {
        var clusters = Cluster(Of("a", Found("1", "t", "an invented claim", 3) with { Evidence = [Sample.Failing("a")] }));

        Assert.True(Assert.Single(clusters).Unsupported);
    }

    [Fact]
    public void Ids_follow_severity_and_confidence_and_the_innermost_frame_leads_in_error_analysis()
    {
        CheckedFinding[] findings =
        [
            Graded("1", "minor thing", 50, Severity.Minor, 0.9),
            Graded("2", "broken cable", 200, Severity.Critical, 0.2),
            Graded("3", "purple elephants", 400, Severity.Critical, 0.8),
        ];
        var workers = new[] { Of("a", findings) };

        var plain = Clustering.Cluster(workers, TaskType.ImplementationPlanning, [new SourcePlace("src/app.py", 50)]);
        var framed = Clustering.Cluster(workers, TaskType.ErrorAnalysis, [new SourcePlace("src/app.py", 50), new SourcePlace("src/app.py", 200)]);

        Assert.Equal(["purple elephants", "broken cable", "minor thing"], plain.Select(finding => finding.Title));
        Assert.Equal(["minor thing", "purple elephants", "broken cable"], framed.Select(finding => finding.Title));
        Assert.Equal(["F-001", "F-002", "F-003"], framed.Select(finding => finding.Id));
    }

    [Fact]
    public void Clusters_do_not_depend_on_the_order_of_workers_or_findings() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var workers = Enumerable.Range(0, 3).Select(worker => Of(((char)('a' + worker)).ToString(), [.. Enumerable.Range(1, 8).Select(number => Random(random, number))])).ToList();
        var shuffled = Enumerable.Reverse(workers).Select(worker => worker with { Findings = [.. worker.Findings.Reverse()] }).ToList();

        Assert.Equal(Json(Cluster([.. workers])), Json(Cluster([.. shuffled])));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Thousand_findings_cluster_with_few_comparisons_and_their_twins_meet()
    {
        var random = new Random(7);
        string Word() => new([.. Enumerable.Range(0, 7).Select(_ => (char)('a' + random.Next(26)))]);
        var texts = Enumerable.Range(0, 500).Select(number => (Title: $"{Word()} {Word()} {Word()}", Line: number * 40)).ToList();
        WorkerFindings Worker(string id, string suffix) => Of(id, [.. texts.Select((text, index) => Found($"{index}", text.Title, $"{text.Title} {suffix}", text.Line + 1))]);
        var workers = new[] { Worker("a", "breaks"), Worker("b", "is broken") };
        var signatures = workers.SelectMany(worker => worker.Findings.Select(finding => new FindingSignature(worker.Worker, finding))).ToList();

        Assert.InRange(CandidatePairs.Of(signatures).Count, 500, 120_000);
        Assert.Equal(500, Cluster(workers).Count);
    }

    private static IReadOnlyList<ClusteredFinding> Cluster(params WorkerFindings[] workers) => Clustering.Cluster(workers, TaskType.ErrorAnalysis, []);

    private static WorkerFindings Of(string worker, params CheckedFinding[] findings) =>
        new(worker, [.. findings.Select(finding => finding with { Evidence = [.. finding.Evidence.Select(evidence => evidence with { Worker = worker })] })]);

    private static CheckedFinding Found(string id, string title, string claim, int line, string path = "src/app.py") => new(
        new Finding { Id = id, Kind = "cause", Title = title, Claim = claim, Severity = Severity.Major, Confidence = 0.5 },
        [Sample.Holding("", line, path, "return total / n")]);

    private static CheckedFinding Graded(string id, string title, int line, Severity severity, double confidence)
    {
        var found = Found(id, title, title, line);
        return found with { Finding = found.Finding with { Severity = severity, Confidence = confidence } };
    }

    private static CheckedFinding Random(Random random, int number)
    {
        string[] words = ["null", "config", "division", "empty", "list", "leak", "handle", "zero", "timeout", "목록", "예외", "retry"];
        var text = string.Join(' ', Enumerable.Range(0, random.Next(2, 6)).Select(_ => words[random.Next(words.Length)]));
        return Found($"{number}", text, text + " " + words[random.Next(words.Length)], random.Next(1, 40), random.Next(3) == 0 ? "src/other.py" : "src/app.py");
    }

    private static string Json(IReadOnlyList<ClusteredFinding> findings) => System.Text.Json.JsonSerializer.Serialize(findings, ConvergenceJson.Default.IReadOnlyListClusteredFinding);
}
