using System.Text.RegularExpressions;
using Okstra.Core.Convergence;
using Okstra.Core.Markdown;
using Okstra.Core.Workers;

namespace Okstra.Core.Reports.Importing;

/// <summary>Counts, round history, skip reasons and skipped workers of section 1.</summary>
internal static partial class ImportHistory
{
    public static IReadOnlyDictionary<string, int> Counts(ImportScan scan, IReadOnlyList<ReportFinding> findings)
    {
        var counts = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in scan.Require("heading.1") is { } section && section.Tables.Any() ? scan.Rows(section, "counts", null) : [])
        {
            var tokens = Enum.GetValues<FindingClass>().Select(value => value.Token());
            if (tokens.FirstOrDefault(token => Wording.Is(row.Text("class"), $"class.{token}") || Wording.Normal(row.Text("class")) == token) is { } known)
            {
                counts[known] = row.Number("count") ?? 0;
            }
            else
            {
                scan.Problems.Add("OKS0853", row.Cell("class"), $"'{row.Text("class")}' is no class of a finding", $"use one of: {string.Join(", ", tokens)}");
            }
        }

        if (counts.Count == 0)
        {
            foreach (var value in Enum.GetValues<FindingClass>())
            {
                counts[value.Token()] = findings.Count(finding => finding.Classification == value);
            }
        }

        return counts;
    }

    public static IReadOnlyList<RoundRecord> Rounds(ImportScan scan) => scan.Find("heading.1.3") is not { } section ? [] : [.. scan.Rows(section, "heading.1.3", "empty.1.3").Select(row =>
    {
        var (dispatched, completed) = (row.Number("dispatched") ?? 0, row.Number("completed") ?? 0);
        return new RoundRecord
        {
            Round = row.Number("round") ?? 0,
            StartedAt = "",
            EndedAt = "",
            QueueBefore = Queue(row.Text("queueBefore")),
            QueueAfter = Queue(row.Text("queueAfter")),
            Dispatches = [.. Enumerable.Range(0, Math.Clamp(dispatched, 0, 1000)).Select(index => new DispatchRecord
            {
                Worker = "",
                AgentName = "",
                Batch = 1,
                TerminalStatus = index < completed ? WorkerStatus.Completed : WorkerStatus.Error,
                FindingIds = [],
            })],
            Votes = new Dictionary<string, int>(StringComparer.Ordinal) { ["verification-error"] = row.Number("verificationError") ?? 0 },
            Confirmed = Confirmed(row.Text("confirmed")),
        };
    })];

    // - round2SkippedReason: `null`
    public static string? SkipReason(ImportScan scan, int round)
    {
        var facts = new HeaderFacts(scan.Find("heading.1.3")?.Items ?? []);
        var raw = facts.Named($"round{round}SkippedReason");
        return raw is null || HeaderFacts.Said(raw) is "null" or "" ? null : HeaderFacts.Said(raw);
    }

    public static IReadOnlyList<SkippedWorker> Skipped(ImportScan scan)
    {
        if (scan.Find("heading.1.3") is not { } section || section.Blocks.FirstOrDefault(block => block is MarkdownParagraph paragraph && Wording.Is(paragraph.Raw, "label.skipped")) is not { } label)
        {
            return [];
        }

        var table = section.Tables.FirstOrDefault(table => table.Line > label.Line);
        return table is null ? [] : [.. scan.Rows(section with { Blocks = [table] }, "skipped", null).Select(row =>
            new SkippedWorker(row.Text("worker"), row.Number("round") ?? 0, ImportOverview.Status(row).Status, row.Text("reason")))];
    }

    // 3 (F-001, F-003, F-004)
    private static string[] Queue(string text) => Ids().Match(text) is { Success: true } match
        ? match.Groups["ids"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : [];

    // full-consensus: F-001
    // withdrawn: F-005
    private static OrderedDictionary<string, IReadOnlyList<string>> Confirmed(string text)
    {
        var confirmed = new OrderedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n'))
        {
            var parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts.Length == 2)
            {
                confirmed[parts[0]] = parts[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            }
        }

        return confirmed;
    }

    [GeneratedRegex(@"\((?<ids>[^()]*)\)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Ids();
}
