using Okstra.Core.Clarifications;
using Okstra.Core.Findings;

namespace Okstra.Core.Reports;

/// <summary>Section 5: the workers' questions, equal ones of several workers once, then what an earlier run asked and nobody has answered yet.</summary>
internal static class ClarificationRows
{
    public static IReadOnlyList<MaterialRow> Materials(ReportMaterial material)
    {
        var asked = Distinct(material, "material");
        var rows = asked.Select(entry => new MaterialRow
        {
            Id = "",
            TicketIds = material.TicketIds,
            Request = entry.Question.Text,
            Why = Or(entry.Question.Why, material.Texts.Format("say.question.noReason", entry.Worker)),
            WhereToFind = Or(entry.Question.Where, material.Texts.Format("say.material.find", entry.Worker)),
            WhereToPut = material.Texts["say.material.put"],
            Status = "open",
        });
        var earlier = Unanswered(material, 'A').Select(row => new MaterialRow
        {
            Id = "",
            TicketIds = material.TicketIds,
            Request = row.Request,
            Why = material.Texts.Format("say.question.stillOpen", row.Id),
            WhereToFind = material.Texts.Format("say.question.stillOpen", row.Id),
            WhereToPut = material.Texts["say.material.put"],
            Status = "open",
        });
        return [.. rows.Concat(earlier).Select((row, index) => row with { Id = $"A{index + 1}" })];
    }

    public static IReadOnlyList<QuestionRow> Questions(ReportMaterial material)
    {
        var asked = Distinct(material, "decision");
        var rows = asked.Select(entry => new QuestionRow
        {
            Id = "",
            TicketIds = material.TicketIds,
            Question = entry.Question.Text,
            Why = Or(entry.Question.Why, material.Texts.Format("say.question.noReason", entry.Worker)),
            AnswerShape = Or(entry.Question.AnswerShape, material.Texts["say.answer.shape"]),
            Options = entry.Question.Options,
            Answer = "",
            Status = "open",
        });
        var earlier = Unanswered(material, 'Q').Select(row => new QuestionRow
        {
            Id = "",
            TicketIds = material.TicketIds,
            Question = row.Request,
            Why = material.Texts.Format("say.question.stillOpen", row.Id),
            AnswerShape = material.Texts["say.answer.shape"],
            Options = [],
            Answer = "",
            Status = "open",
        });
        return [.. rows.Concat(earlier).Select((row, index) => row with { Id = $"Q{index + 1}" })];
    }

    private static IEnumerable<(string Worker, Question Question)> Distinct(ReportMaterial material, string kind) => material.Analyses
        .Where(dispatch => dispatch.Usable)
        .SelectMany(dispatch => (dispatch.Answer?.Questions ?? []).Select(question => (dispatch.Worker, Question: question)))
        .Where(entry => string.Equals(entry.Question.Kind, kind, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(entry.Question.Text))
        .DistinctBy(entry => QuestionKey.Of(entry.Question.Text), StringComparer.Ordinal)
        .ExceptBy(Settled(material), entry => QuestionKey.Of(entry.Question.Text), StringComparer.Ordinal);

    /// <summary>What the user answered in an earlier run stands in section 0 and is not asked again.</summary>
    private static IEnumerable<string> Settled(ReportMaterial material) => material.Inputs.CarryIn.Where(row => row.Status is "resolved" or "obsolete").Select(row => QuestionKey.Of(row.Request));

    private static IEnumerable<CarryInRow> Unanswered(ReportMaterial material, char letter)
    {
        var asked = Distinct(material, letter == 'A' ? "material" : "decision").Select(entry => QuestionKey.Of(entry.Question.Text)).ToHashSet(StringComparer.Ordinal);
        return material.Inputs.CarryIn
            .Where(row => row is { Status: "open", Answer: "" } && row.Id.StartsWith(letter) && row.Request.Length > 0 && asked.Add(QuestionKey.Of(row.Request)));
    }

    private static string Or(string text, string fallback) => string.IsNullOrWhiteSpace(text) ? fallback : text;
}
