using Okstra.Core.Clarifications;
using Okstra.Core.Findings;

namespace Okstra.Core.Reports;

/// <summary>Section 5 from the workers' questions; equal questions of several workers are asked once.</summary>
internal static class ClarificationRows
{
    public static IReadOnlyList<MaterialRow> Materials(ReportMaterial material)
    {
        var asked = Distinct(material, "material");
        return [.. asked.Select((entry, index) => new MaterialRow
        {
            Id = $"A{index + 1}",
            TicketIds = material.TicketIds,
            Request = entry.Question.Text,
            Why = Or(entry.Question.Why, material.Texts.Format("say.question.noReason", entry.Worker)),
            WhereToFind = Or(entry.Question.Where, material.Texts.Format("say.material.find", entry.Worker)),
            WhereToPut = material.Texts["say.material.put"],
            Status = "open",
        })];
    }

    public static IReadOnlyList<QuestionRow> Questions(ReportMaterial material)
    {
        var asked = Distinct(material, "decision");
        return [.. asked.Select((entry, index) => new QuestionRow
        {
            Id = $"Q{index + 1}",
            TicketIds = material.TicketIds,
            Question = entry.Question.Text,
            Why = Or(entry.Question.Why, material.Texts.Format("say.question.noReason", entry.Worker)),
            AnswerShape = Or(entry.Question.AnswerShape, material.Texts["say.answer.shape"]),
            Options = entry.Question.Options,
            Answer = "",
            Status = "open",
        })];
    }

    private static IEnumerable<(string Worker, Question Question)> Distinct(ReportMaterial material, string kind) => material.Analyses
        .Where(dispatch => dispatch.Usable)
        .SelectMany(dispatch => (dispatch.Answer?.Questions ?? []).Select(question => (dispatch.Worker, Question: question)))
        .Where(entry => string.Equals(entry.Question.Kind, kind, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(entry.Question.Text))
        .DistinctBy(entry => QuestionKey.Of(entry.Question.Text), StringComparer.Ordinal)
        .ExceptBy(Settled(material), entry => QuestionKey.Of(entry.Question.Text), StringComparer.Ordinal);

    /// <summary>What the user answered in an earlier run stands in section 0 and is not asked again.</summary>
    private static IEnumerable<string> Settled(ReportMaterial material) => material.Inputs.CarryIn.Where(row => row.Status is "resolved" or "obsolete").Select(row => QuestionKey.Of(row.Request));

    private static string Or(string text, string fallback) => string.IsNullOrWhiteSpace(text) ? fallback : text;
}
