using System.Globalization;
using System.Text.RegularExpressions;
using Okstra.Core.Convergence;
using Okstra.Core.Markdown;
using Okstra.Core.Text;

namespace Okstra.Core.Reports.Importing;

/// <summary>The line below a finding's positions that says what running its command showed; <see cref="SettlementText"/> makes it.</summary>
internal static class SettlementLine
{
    // Settled by running it: reproduced (REPRODUCED) — `dotnet test` (exit code cited 1, got 1, runs 1). It ended as cited. Log: `state/settlement-001.log`.
    public static SettlementResult? Read(string raw)
    {
        foreach (var texts in Wording.Languages)
        {
            foreach (var outcome in (SettlementOutcome?[])[.. Enum.GetValues<SettlementOutcome>().Select(value => (SettlementOutcome?)value), null])
            {
                var start = $"{texts["settlement.label"]}: {(outcome is { } known ? texts[$"settlement.{known.Token()}"] : texts["settlement.none"])} — ";
                if (raw.StartsWith(start, StringComparison.Ordinal))
                {
                    return Read(raw[start.Length..], outcome, texts);
                }
            }
        }

        return null;
    }

    private static SettlementResult Read(string rest, SettlementOutcome? outcome, ReportTexts texts)
    {
        var end = rest is ['`', ..] ? MarkdownCode.EndOfSpan(rest, 0) : 0;
        var command = MarkdownCode.Span(rest[..end], inTable: false) ?? "";
        rest = rest[end..];
        var form = Regex.Escape($" ({texts["settlement.exits"]})").Replace("\\{0}", "(?<cited>-?[0-9]+)", StringComparison.Ordinal).Replace("\\{1}", "(?<got>-?[0-9]+|–)", StringComparison.Ordinal).Replace("\\{2}", "(?<runs>[0-9]+)", StringComparison.Ordinal);
        var exits = Regex.Match(rest, $"^{form}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        rest = rest[exits.Length..];
        rest = rest.StartsWith(". ", StringComparison.Ordinal) ? rest[2..] : rest.TrimStart('.');
        var log = Regex.Match(rest, $"^(?<reason>.*?) ?{Regex.Escape(texts["settlement.log"])}: (?<path>`.*`)\\.$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return new SettlementResult
        {
            Outcome = outcome,
            Argv = command.Length == 0 ? [] : command.Split(' '),
            CitedExitCode = exits.Success ? Number(exits.Groups["cited"].Value) : null,
            ExitCode = exits.Success ? Number(exits.Groups["got"].Value) : null,
            Runs = exits.Success ? Number(exits.Groups["runs"].Value) ?? 0 : 0,
            LogPath = log.Success ? HeaderFacts.Said(log.Groups["path"].Value) : null,
            Reason = MarkdownRow.Plain(log.Success ? log.Groups["reason"].Value : rest, inTable: false),
        };
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
