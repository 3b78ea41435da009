using System.Diagnostics.CodeAnalysis;
using Okstra.Core.Findings;
using Okstra.Core.Problems;
using Okstra.Core.Reports;
using Okstra.Core.Workers;
using Okstra.Engine.Workers;

namespace Okstra.Engine.Dispatching;

/// <summary>Applies the contract of a dispatch to what a worker answered, whoever carried the answer here.</summary>
internal static class WireContract
{
    public static bool TryRead(DispatchOrder order, DriverOutcome.Answered answered, out DispatchResult result, [NotNullWhen(false)] out Problem? problem)
    {
        result = new DispatchResult { Outcome = answered };
        var context = new FindingsContext(order.Prompt);
        switch (order.Kind)
        {
            case AnswerKind.Findings:
                var hasFindings = AnswerParser.TryParseFindings(answered.Text, context, out var answer, out problem);
                result = result with { Answer = answer };
                return hasFindings;
            case AnswerKind.Votes:
                var hasVotes = AnswerParser.TryParseVotes(answered.Text, context, out var votes, out problem);
                result = result with { Votes = votes };
                return hasVotes;
            case AnswerKind.Groups:
                var asked = order.Grouping.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
                var hasGroups = AnswerParser.TryParseGroups(answered.Text, context, asked, out var groups, out problem);
                result = result with { Groups = groups };
                return hasGroups;
            default:
                var hasNarrative = NarrativeParser.TryParse(answered.Text, out var narrative, out problem);
                result = result with { Narrative = narrative };
                return hasNarrative;
        }
    }

    /// <summary>The end of a worker whose answer stayed malformed.</summary>
    public static DispatchResult Violation(DriverOutcome.Answered answered, Problem problem) => new()
    {
        Outcome = new DriverOutcome.Failed(WorkerStatus.Error, "contract-violation", $"contract-violation: {problem.Message}") { SessionId = answered.SessionId, Models = answered.Models },
    };
}
