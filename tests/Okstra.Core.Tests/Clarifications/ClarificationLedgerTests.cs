using Okstra.Core.Clarifications;
using Okstra.Core.Reports;

namespace Okstra.Core.Tests.Clarifications;

public sealed class ClarificationLedgerTests
{
    private const string Header = "### 5.2 Questions for the User\n\n| ID | Ticket ID | Question | Why | Expected answer | Choices | Answer | Status |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n";

    [Theory]
    [InlineData("Which store?", "which  store")]
    [InlineData("Which store?", " \"Which\nstore\" … ")]
    [InlineData("캐시를 켤까요?", "캐시를  켤까요")]
    public void Questions_are_the_same_whatever_their_case_and_punctuation(string left, string right) => Assert.Equal(QuestionKey.Of(left), QuestionKey.Of(right));

    [Theory]
    [InlineData("Is a < b?", "Is a > b?")]
    [InlineData("Which store?", "Which stores?")]
    [InlineData("?", "!")]
    public void Different_questions_stay_different(string left, string right) => Assert.NotEqual(QuestionKey.Of(left), QuestionKey.Of(right));

    [Fact]
    public void The_newest_answer_counts_and_a_different_one_is_a_contradiction()
    {
        var ledger = ClarificationLedger.Fold([Answered("Q1", "Which store?", "Redis"), Answered("Q2", "which store", "redis.")]);
        Assert.Empty(ledger.Find("WHICH STORE")!.Contradictions);

        ledger = ClarificationLedger.Fold([Answered("Q1", "Which store?", "redis"), Answered("Q2", "which store", "memory")]);
        Assert.Equal("memory", ledger.Find("which store?")!.Answer!.Answer);
        Assert.Equal(2, ledger.Find("which store?")!.Contradictions.Count);
    }

    [Fact]
    public void An_ended_question_is_settled_until_it_is_answered_again()
    {
        var ended = new ClarificationEvent.Obsolete("gone") { At = "t", Run = "r", Row = "Q1", Text = "x" };

        Assert.Equal("obsolete", ClarificationLedger.Fold([Answered("Q1", "x", "a"), ended]).Find("x")!.Status);
        Assert.Equal("resolved", ClarificationLedger.Fold([ended, Answered("Q1", "x", "a")]).Find("x")!.Status);
    }

    [Fact]
    public void Rows_carried_in_say_what_became_of_them_and_answers_of_other_runs_follow()
    {
        var ledger = ClarificationLedger.Fold([Answered("Q1", "Which store?", "redis"), Answered("Q7", "Which key?", "tenant"), new ClarificationEvent.Asked { At = "t", Run = "r", Row = "Q8", Text = "Open?" }]);

        var rows = ledger.CarriedIn([new CarryInRow("Q2", "which store", "", "open", ""), new CarryInRow("A1", "The log", "", "resolved", "")]);

        Assert.Equal(["Q2 resolved redis", "A1 open ", "Q7 resolved tenant"], rows.Select(row => $"{row.Id} {row.Status} {row.Answer}"));
    }

    [Fact]
    public void A_copy_differs_from_its_report_in_answer_and_status_alone()
    {
        const string Row = "|Q1|D-1|Which store?| why |one of|a \\| b||open|\t\r\n";
        var text = "\uFEFF# R\r\n" + Header + Row + "| Q2 | D-1 | Other? | w | s | | | open |\nend";

        var copy = AnsweredCopy.Fill(text, ClarificationLedger.Fold([Answered("Q1", "Which store?", "x | y")]));

        Assert.Equal(text.Replace("a \\| b||open|", "a \\| b| x \\| y |resolved|", StringComparison.Ordinal), copy);
        Assert.Equal(copy, AnsweredCopy.Fill(copy, ClarificationLedger.Fold([Answered("Q1", "Which store?", "x | y")])));
    }

    [Fact]
    public void Thousands_of_rows_hostile_rows_and_repeated_ids_are_all_read()
    {
        var text = Header + string.Concat(Enumerable.Range(1, 5000).Select(row => $"| Q{row} | D | Question {row}? | w | s | | answer \\| {row} | open |\r\n")) + "| Q1 | D | Again? | w | s | | twice | open |\n| Q | x |\n|\n| Q99999999 | a | b | c |\n```\n| Q5 |";

        var rows = ClarificationTable.CarriedIn(text);

        Assert.Equal(5001, rows.Count);
        Assert.Equal("answer | 5000", rows[4999].Answer);
        Assert.Equal("Again?", rows[5000].Request);
    }

    private static ClarificationEvent.Answered Answered(string row, string text, string answer) => new(answer, "") { At = "2026-01-02T03:04:05Z", Run = "error-analysis-001", Row = row, Text = text };
}
