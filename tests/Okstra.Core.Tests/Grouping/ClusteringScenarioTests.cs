using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Grouping;
using Okstra.Core.Tasks;
using Okstra.Core.Tests.Convergence;

namespace Okstra.Core.Tests.Grouping;

/// <summary>Whole answers of three workers, and exactly which findings become one.</summary>
public sealed class ClusteringScenarioTests
{
    [Fact]
    public void Three_reviews_of_one_checkout_become_the_defects_they_name()
    {
        var partition = Partition(
            ("claude", [
                At("src/checkout.py", 40, "Division by zero for an empty cart", "average_price() divides by len(items), which is 0 for an empty cart."),
                At("src/checkout.py", 88, "Stock is reserved without a lock", "Two concurrent checkouts both read the stock and oversell the last item."),
                At("src/checkout.py", 120, "SQL injection in the coupon lookup", "The coupon code is concatenated into the query."),
                At("src/mail.py", 12, "Confirmation mail has no timeout", "The SMTP connection may hang forever and block the request."),
                At("src/checkout.py", 150, "Total is rounded down", "int() truncates the cents of the total."),
                At("src/api.py", 5, "Stack trace is exposed to the customer", "Unhandled exceptions are returned as the response body."),
            ]),
            ("codex", [
                At("src/checkout.py", 41, "ZeroDivisionError when the cart is empty", "With no items the divisor is zero and the request crashes."),
                At("src/checkout.py", 121, "Coupon code is interpolated into SQL", "Unescaped user input reaches the statement, an injection."),
                At("src/mail.py", 12, "SMTP call can block forever", "No timeout is set on the connection, a stuck mail server hangs the checkout."),
                At("src/checkout.py", 152, "Cents are lost", "The total is truncated to an integer instead of being rounded."),
                At("src/checkout.py", 200, "Unused import", "The decimal module is imported but never used."),
                At("src/session.py", 9, "Session cookie lacks the Secure flag", "The session id is sent over plain HTTP."),
            ]),
            ("gemini", [
                At("src/checkout.py", 88, "동시 주문 시 재고 초과 판매", "잠금 없이 재고를 읽고 저장하므로 동시에 두 요청이 들어오면 재고가 부족해진다."),
                At("src/checkout.py", 40, "빈 장바구니에서 0으로 나누기", "상품이 없으면 분모가 0이 되어 예외가 발생한다."),
                At("src/checkout.py", 121, "쿠폰 조회 SQL 인젝션", "쿠폰 코드를 이스케이프하지 않고 쿼리에 이어 붙인다."),
                At("src/checkout.py", 90, "Reservation is never released", "When the payment fails the reserved stock stays blocked."),
                At("src/api.py", 30, "No pagination of the order list", "All orders are loaded and sent at once."),
                At("src/api.py", 60, "Deprecated endpoint is still routed", "/v1/pay has had no caller since last year."),
            ]));

        Assert.Equal(
            [
                "claude/1 codex/1 gemini/2", "claude/2 gemini/1", "claude/3 codex/2 gemini/3", "claude/4 codex/3", "claude/5 codex/4", "claude/6",
                "codex/5", "codex/6", "gemini/4", "gemini/5", "gemini/6",
            ],
            partition);
    }

    [Fact]
    public void Three_readings_of_one_brief_become_the_questions_they_ask()
    {
        var partition = Partition(
            ("claude", [
                At("brief.md", 4, "Export format is not specified", "The brief does not say whether CSV, JSON or PDF is expected."),
                At("brief.md", 9, "Retention period is undefined", "How many days deleted accounts are kept is not stated."),
                At("brief.md", 15, "Roles are not listed", "Permissions are required but neither roles nor rights are named."),
                At("brief.md", 22, "\"Fast\" is not measurable", "No response time is given as a target."),
                At("brief.md", 30, "Time zone of reports is unclear", "Customers live in several time zones."),
                At("brief.md", 33, "No rollback plan", "Nothing is said about going back to the old version."),
            ]),
            ("codex", [
                At("brief.md", 4, "Which file format should the export have?", "CSV, JSON or PDF: the format is left open."),
                At("brief.md", 9, "How long are accounts kept?", "The retention period of deleted accounts has no number of days."),
                At("brief.md", 22, "Performance target missing", "\"Fast\" cannot be tested without a response time in milliseconds."),
                At("brief.md", 4, "Scope of the export", "It is unclear if attachments are part of the exported files."),
                At("brief.md", 40, "Contradiction about the phone number", "Mandatory in one section, optional in the next."),
                At("brief.md", 33, "Rollback is not planned", "The old version cannot be restored after the release."),
            ]),
            ("gemini", [
                At("brief.md", 4, "내보내기 형식 미정", "CSV, JSON, PDF 중 어떤 형식인지 명시되어 있지 않다."),
                At("brief.md", 15, "역할과 권한이 정의되지 않음", "어떤 역할이 있고 무엇이 허용되는지 적혀 있지 않다."),
                At("brief.md", 30, "보고서 시간대 불명확", "여러 타임존의 고객이 있는데 기준 시간대가 없다."),
                At("brief.md", 50, "결제 수단 미정", "카드와 계좌 이체 중 무엇을 지원하는지 알 수 없다."),
                At("brief.md", 41, "전화번호 필수 여부 모순", "한 곳에서는 필수, 다른 곳에서는 선택으로 되어 있다."),
                At("brief.md", 60, "브라우저 지원 범위", "지원할 브라우저의 버전이 없다."),
            ]));

        Assert.Equal(
            [
                "claude/1 codex/1 gemini/1", "claude/2 codex/2", "claude/3 gemini/2", "claude/4 codex/3", "claude/5 gemini/3", "claude/6 codex/6",
                "codex/4", "codex/5 gemini/5", "gemini/4", "gemini/6",
            ],
            partition);
    }

    [Fact]
    public void A_weak_bridge_does_not_join_two_claims()
    {
        var partition = Partition(
            ("a", [At("src/a.py", 10, "Connection leak", "The connection is never closed when the query fails.")]),
            ("b", [At("src/a.py", 10, "Connection handling", "The connection is never closed, and the user's input is concatenated into the query.")]),
            ("c", [At("src/a.py", 10, "SQL injection", "The user's input is concatenated into the query unescaped.")]));

        Assert.DoesNotContain("a/1 b/1 c/1", partition);
    }

    private static Func<string, CheckedFinding> At(string path, int line, string title, string claim) => id => new CheckedFinding(
        new Finding { Id = id, Kind = "cause", Title = title, Claim = claim, Severity = Severity.Major, Confidence = 0.5 },
        [Sample.Holding("", line, path, "…")]);

    private static IEnumerable<string> Partition(params (string Worker, Func<string, CheckedFinding>[] Findings)[] answers)
    {
        var workers = answers.Select(answer => new WorkerFindings(answer.Worker, [.. answer.Findings.Select((finding, index) => finding($"{index + 1}"))])).ToList();
        return Clustering.Cluster(workers, TaskType.ErrorAnalysis, []).Select(cluster => string.Join(' ', cluster.Sources)).Order(StringComparer.Ordinal);
    }
}
