using System.Text.Json;
using System.Text.Json.Nodes;
using Okstra.Core.Convergence;
using Okstra.Core.Reports;

namespace Okstra.Core.Validation;

/// <summary>The report repeats the convergence state and adds nothing to it (R-CVG-25).</summary>
internal static class StateRules
{
    public static void Check(ReportDocument report, ConvergenceDocument state, ValidationInputs inputs, Verdicts verdicts)
    {
        var file = inputs.ReportData.Path;
        if (!JsonNode.DeepEquals(JsonSerializer.SerializeToNode(report.RoundHistory, ReportsJson.Default.IReadOnlyListRoundRecord), JsonSerializer.SerializeToNode(state.RoundHistory, ReportsJson.Default.IReadOnlyListRoundRecord)))
        {
            verdicts.Add(Rules.RoundHistory, "the round history differs from the convergence state", file, "/roundHistory");
        }

        if (!string.Equals(report.Round2SkippedReason, state.Round2SkippedReason, StringComparison.Ordinal) || !string.Equals(report.Round3SkippedReason, state.Round3SkippedReason, StringComparison.Ordinal))
        {
            verdicts.Add(Rules.RoundHistory, $"round2SkippedReason is '{report.Round2SkippedReason}', the convergence state has '{state.Round2SkippedReason}'", file, "/round2SkippedReason");
        }

        if (!report.SkippedWorkers.SequenceEqual(state.SkippedWorkers))
        {
            verdicts.Add(Rules.RoundHistory, "the skipped workers differ from the convergence state", file, "/skippedWorkers");
        }

        Counts(report, state, inputs, verdicts);
        Findings(report, state, inputs, verdicts);
    }

    private static void Counts(ReportDocument report, ConvergenceDocument state, ValidationInputs inputs, Verdicts verdicts)
    {
        foreach (var value in Enum.GetValues<FindingClass>())
        {
            var token = value.Token();
            var actual = report.Findings.Count(finding => finding.Classification == value);
            if (!report.FinalClassificationCounts.TryGetValue(token, out var count) || count != state.FinalClassificationCounts.GetValueOrDefault(token) || count != actual)
            {
                verdicts.Add(Rules.Counts, $"{token} is {count} in the report, {state.FinalClassificationCounts.GetValueOrDefault(token)} in the convergence state, and {actual} findings have it", inputs.ReportData.Path, "/finalClassificationCounts");
            }
        }
    }

    private static void Findings(ReportDocument report, ConvergenceDocument state, ValidationInputs inputs, Verdicts verdicts)
    {
        var known = state.Findings.GroupBy(finding => finding.Finding.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        for (var index = 0; index < report.Findings.Count; index++)
        {
            var finding = report.Findings[index];
            if (!known.TryGetValue(finding.Id, out var converged))
            {
                verdicts.Add(Rules.OrphanFinding, $"finding {finding.Id} is an orphan: the convergence state does not have it", inputs.ReportData.Path, $"/findings/{index}");
                continue;
            }

            var expected = JsonSerializer.SerializeToNode(FindingRows.Of(converged, inputs.TaskKey.Task), ReportsJson.Default.ReportFinding)!.AsObject();
            var actual = JsonSerializer.SerializeToNode(finding, ReportsJson.Default.ReportFinding)!.AsObject();
            foreach (var member in expected.Where(member => !JsonNode.DeepEquals(member.Value, actual[member.Key])))
            {
                verdicts.Add(Rules.FindingUnchanged, $"{finding.Id}: {member.Key} differs from the convergence state", inputs.ReportData.Path, $"/findings/{index}/{member.Key}");
            }
        }

        var shown = report.Findings.Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var id in known.Keys.Where(id => !shown.Contains(id)))
        {
            verdicts.Add(Rules.MissingFinding, $"the convergence state has {id}, the report does not", inputs.ReportData.Path, "/findings");
        }
    }
}
