using System.Text.Json;
using System.Text.Json.Nodes;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Reports;
using Okstra.Core.Text;
using Okstra.Core.Workers;

namespace Okstra.Core.Validation;

/// <summary>Every finding, vote, citation and number leads back to a dispatch document (design: report).</summary>
internal static class ProvenanceRules
{
    public static void Check(ReportDocument report, ValidationInputs inputs, Verdicts verdicts)
    {
        var dispatches = inputs.Dispatches.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value).ToList();
        var roster = inputs.Roster.Select(entry => entry.Worker).ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < report.Findings.Count; index++)
        {
            var (finding, pointer) = (report.Findings[index], $"/findings/{index}");
            foreach (var worker in finding.Authors.Concat(finding.Votes.Select(vote => vote.Worker)).Distinct(StringComparer.Ordinal).Where(worker => !roster.Contains(worker)))
            {
                verdicts.Add(Rules.KnownWorker, $"{finding.Id} names '{worker}', which is not in the roster", inputs.ReportData.Path, pointer);
            }

            var sources = Sources(finding, dispatches, inputs, pointer, verdicts);
            foreach (var evidence in finding.Evidence.Where(evidence => !sources.Exists(source => IsBy(source.Worker, evidence) && source.Finding.Evidence.Any(citation => IsSame(citation, evidence)))))
            {
                verdicts.Add(Rules.EvidenceHasDispatch, $"{finding.Id}: no dispatch of '{evidence.Worker}' cites {FindingPlaces.Of(evidence)}", inputs.ReportData.Path, $"{pointer}/evidence");
            }

            foreach (var vote in finding.Votes)
            {
                Vote(finding, vote, dispatches, inputs, pointer, verdicts);
            }
        }

        Tables(report, dispatches, inputs, verdicts);
    }

    private static List<(string Worker, Finding Finding)> Sources(ReportFinding finding, List<DispatchDocument> dispatches, ValidationInputs inputs, string pointer, Verdicts verdicts)
    {
        var found = new List<(string, Finding)>();
        foreach (var source in finding.Sources)
        {
            var slash = source.IndexOf('/', StringComparison.Ordinal);
            var (worker, id) = slash < 0 ? ("", source) : (source[..slash], source[(slash + 1)..]);
            var said = dispatches
                .Where(dispatch => dispatch.Round == 0 && string.Equals(dispatch.Worker, worker, StringComparison.Ordinal))
                .SelectMany(dispatch => dispatch.Answer?.Findings ?? [])
                .FirstOrDefault(candidate => string.Equals(candidate.Id, id, StringComparison.Ordinal));
            if (said is null)
            {
                verdicts.Add(Rules.SourceResolves, $"{finding.Id} comes from '{source}', which no dispatch holds", inputs.ReportData.Path, $"{pointer}/sources");
            }
            else
            {
                found.Add((worker, said));
            }
        }

        if (finding.Sources.Count == 0)
        {
            verdicts.Add(Rules.SourceResolves, $"{finding.Id} names no source", inputs.ReportData.Path, $"{pointer}/sources");
        }

        return found;
    }

    private static void Vote(ReportFinding finding, CastVote vote, List<DispatchDocument> dispatches, ValidationInputs inputs, string pointer, Verdicts verdicts)
    {
        var asked = dispatches.Where(dispatch => dispatch.Round == vote.Round && string.Equals(dispatch.Worker, vote.Worker, StringComparison.Ordinal) && dispatch.FindingIds.Contains(finding.Id, StringComparer.Ordinal)).ToList();
        var answers = asked.SelectMany(dispatch => dispatch.Votes?.Votes ?? []).Where(answer => string.Equals(answer.FindingId, finding.Id, StringComparison.Ordinal)).ToList();
        var isBacked = vote.Vote == Core.Findings.Vote.VerificationError ? asked.Count > 0 : answers.Exists(answer => answer.Vote == vote.Vote);
        if (!isBacked)
        {
            verdicts.Add(Rules.VoteHasDispatch, $"{finding.Id}: no dispatch of '{vote.Worker}' in round {vote.Round} voted {vote.Vote.Token()}", inputs.ReportData.Path, $"{pointer}/votes");
        }

        foreach (var evidence in vote.Citations.Where(evidence => !answers.Exists(answer => answer.Citations.Any(citation => IsSame(citation, evidence)))))
        {
            verdicts.Add(Rules.EvidenceHasDispatch, $"{finding.Id}: the vote of '{vote.Worker}' in round {vote.Round} does not cite {FindingPlaces.Of(evidence)}", inputs.ReportData.Path, $"{pointer}/votes");
        }
    }

    private static void Tables(ReportDocument report, List<DispatchDocument> dispatches, ValidationInputs inputs, Verdicts verdicts)
    {
        var expected = JsonSerializer.SerializeToNode(WorkerRows.Tokens(inputs.Roster, dispatches), ReportsJson.Default.IReadOnlyListTokenUsageRow);
        if (!JsonNode.DeepEquals(expected, JsonSerializer.SerializeToNode(report.TokenUsage, ReportsJson.Default.IReadOnlyListTokenUsageRow)))
        {
            verdicts.Add(Rules.WorkerTables, "token usage differs from what the dispatches report", inputs.ReportData.Path, "/tokenUsage");
        }

        foreach (var entry in inputs.Roster)
        {
            var row = report.ExecutionStatus.FirstOrDefault(row => string.Equals(row.Worker, entry.Worker, StringComparison.Ordinal));
            var first = dispatches.LastOrDefault(dispatch => dispatch.Round == (entry.IsAnalyst ? 0 : -1) && string.Equals(dispatch.Worker, entry.Worker, StringComparison.Ordinal));
            var keyFinding = first?.Answer?.KeyFinding ?? "";
            if (row is null || row.Status != (first?.Status ?? WorkerStatus.NotRun) || !string.Equals(row.KeyFinding, keyFinding, StringComparison.Ordinal))
            {
                verdicts.Add(Rules.WorkerTables, $"the execution status of '{entry.Worker}' is missing or differs from its dispatch", inputs.ReportData.Path, "/executionStatus");
            }
        }
    }

    private static bool IsBy(string worker, Evidence evidence) => string.Equals(worker, evidence.Worker, StringComparison.Ordinal);

    // A moved citation has corrected lines, so lines are not compared.
    private static bool IsSame(Citation citation, Evidence evidence) =>
        string.Equals(OneLine(citation.Quote), OneLine(evidence.Quote), StringComparison.Ordinal) && citation switch
        {
            Citation.File => evidence.Kind == "file",
            Citation.Commit commit => evidence.Kind == "commit" && string.Equals(commit.Sha, evidence.Sha, StringComparison.Ordinal),
            Citation.Command command => evidence.Kind == "command" && command.Argv.SequenceEqual(evidence.Argv ?? [], StringComparer.Ordinal),
            Citation.Mcp => evidence.Kind == "mcp",
            _ => false,
        };

    private static string OneLine(string text) => SafeText.OneLine(text, int.MaxValue);
}
