using Okstra.Core.Reports;
using Okstra.Core.Text;

namespace Okstra.Core.Clarifications;

/// <summary>A question of a task, over all its runs, however often it was asked.</summary>
public sealed record ClarificationEntry
{
    /// <summary>Begins the part of <see cref="Evidence"/> about answers that differ.</summary>
    public const string ContradictionMark = "contradictory answers, the newest counts: ";

    /// <summary>Row it had when it came up first.</summary>
    public required string Row { get; init; }

    /// <summary>Run it came up in first.</summary>
    public required string Run { get; init; }

    public required string Text { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<ClarificationEvent.Answered> Answers { get; init; }

    /// <summary>Null unless the question became pointless after its last answer.</summary>
    public required ClarificationEvent.Obsolete? Ended { get; init; }

    /// <summary>The answer that counts: the newest.</summary>
    public ClarificationEvent.Answered? Answer => Answers is [.., var last] ? last : null;

    public bool IsSettled => Answer is not null || Ended is not null;

    public string Status => Ended is not null ? "obsolete" : Answer is not null ? "resolved" : "open";

    /// <summary>Different answers to it; empty when they agree.</summary>
    public IReadOnlyList<ClarificationEvent.Answered> Contradictions =>
        Answers.DistinctBy(answer => QuestionKey.Of(answer.Answer), StringComparer.Ordinal).ToList() is { Count: > 1 } different ? different : [];

    /// <summary>The entry and what settled it, as section 0 cites them (R-REP-12).</summary>
    public string Evidence
    {
        get
        {
            var settled = Ended is { } ended ? $"{ended.Row} of {ended.Run}: obsolete since {ended.At}, {ended.Reason}"
                : Answer is { } answer ? $"{answer.Row} of {answer.Run}: answered by the user at {answer.At}{(answer.Evidence.Length > 0 ? $", {answer.Evidence}" : "")}"
                : "";
            return Contradictions.Count == 0 ? settled
                : $"{settled}; {ContradictionMark}{string.Join(", ", Contradictions.Select(other => $"'{SafeText.OneLine(other.Answer, 80)}' ({other.Row} of {other.Run}, {other.At})"))}";
        }
    }

    /// <summary>As a row of section 0.</summary>
    /// <param name="id">Row id in the report it is carried from.</param>
    public CarryInRow CarriedInAs(string id) => new(id, Text, Answer?.Answer ?? "", Status, Evidence);
}
