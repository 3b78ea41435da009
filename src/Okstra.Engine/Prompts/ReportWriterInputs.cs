using System.Text;
using System.Text.Json;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Workers;
using Okstra.Engine.Preparation;
using Okstra.State.Documents;

namespace Okstra.Engine.Prompts;

/// <summary>What the report writer reads: brief, convergence, and every worker's result (R-WRK-38, R-WRK-39, R-CVG-30).</summary>
internal static class ReportWriterInputs
{
    public static string Render(RunBundle bundle, ConvergenceDocument convergence, IReadOnlyList<DispatchDocument> analyses)
    {
        List<string> parts =
        [
            $"### Brief\n\n{DataFence.Around("brief", bundle.Brief.Text)}",
            $"### Convergence\n\n{DataFence.Around("convergence", Convergence(convergence))}",
        ];
        parts.AddRange(convergence.Findings.Select(finding => $"### {finding.Finding.Id} ({finding.Classification.Token()})\n\n{DataFence.Around("finding", Finding(finding))}"));
        parts.AddRange(analyses.Select(dispatch => $"### Result of {dispatch.Role} (`{DataFence.Line(dispatch.Worker)}`)\n\n{DataFence.Around("result", Result(dispatch))}"));
        if (bundle.CarryIn.Count > 0)
        {
            parts.Add($"### Answers carried in\n\n{DataFence.Around("answers", string.Join('\n', bundle.CarryIn.Select(row => $"{row.Id} ({row.Status}): {row.Request} => {row.Answer}")))}");
        }

        return string.Join("\n\n", parts);
    }

    private static string Convergence(ConvergenceDocument document)
    {
        var text = new StringBuilder();
        text.Append($"policy: {document.Config.Policy.Token()}; effectiveMaxRounds: {document.Config.EffectiveMaxRounds}; usable workers: {string.Join(", ", document.Voters.Select(voter => $"{voter.Worker} ({voter.Vendor})"))}\n");
        text.Append($"finalClassificationCounts: {string.Join(", ", document.FinalClassificationCounts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))}\n");
        foreach (var round in document.RoundHistory)
        {
            text.Append($"round {round.Round}: queue {round.QueueBefore.Count} -> {round.QueueAfter.Count}; votes {string.Join(", ", round.Votes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))}\n");
        }

        text.Append($"round2SkippedReason: {document.Round2SkippedReason ?? "null"}\n");
        foreach (var skipped in document.SkippedWorkers)
        {
            text.Append($"skipped: {skipped.Worker} in round {skipped.Round}: {skipped.Reason}\n");
        }

        return text.ToString();
    }

    private static string Finding(ConvergedFinding converged)
    {
        var finding = converged.Finding;
        var text = new StringBuilder($"{finding.Title}\nseverity: {finding.Severity.ToString().ToLowerInvariant()}; confidence: {finding.Confidence:0.00}; raised by: {string.Join(", ", finding.Authors)}; why this class: {converged.Reason}\n\n{finding.Claim}\n");
        foreach (var evidence in finding.Evidence)
        {
            text.Append($"\nevidence ({evidence.Check.ToString().ToLowerInvariant()}): {Place(evidence)}: {evidence.Quote}");
        }

        foreach (var vote in converged.Votes)
        {
            text.Append($"\nround {vote.Round}, {vote.Worker}: {vote.Vote.Token()} (counted {vote.Counted.Token()}): {vote.Reason}");
        }

        return text.Append($"\nrecommendation: {finding.Recommendation}").ToString();
    }

    // The whole answer: convergence carries classes, not everything a worker brought (R-CVG-30).
    private static string Result(DispatchDocument dispatch) => dispatch.Answer is { } answer
        ? JsonSerializer.Serialize(answer, StateJson.ForDocument(FindingsJson.Default.WorkerAnswer))
        : $"{dispatch.Status.Token()}: {dispatch.Reason ?? "no answer"}";

    private static string Place(Evidence evidence) => evidence.Kind == "file" ? $"{evidence.Path}:{evidence.StartLine}-{evidence.EndLine}" : evidence.Sha ?? evidence.Server ?? string.Join(' ', evidence.Argv ?? []);
}
