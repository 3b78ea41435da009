using Okstra.Core.Auditing;
using Okstra.Core.Findings;

namespace Okstra.Engine.Auditing;

/// <summary>Findings of one failed command.</summary>
internal static class CheckFindings
{
    private const double PlacedConfidence = 0.8;

    private const double UnplacedConfidence = 0.5;

    public static async Task<IReadOnlyList<Finding>> OfAsync(AuditContext context, RecordedCommand run, int before, int most, CancellationToken cancellationToken)
    {
        var index = new PathIndex(await context.Tree.ListPathsAsync(cancellationToken), []);
        var shown = string.Join(' ', run.Argv);
        var findings = new List<Finding>();
        foreach (var failure in CheckFailures.Parse(run.Log, index))
        {
            if (findings.Count >= most || await context.Tree.ReadTextAsync(failure.Path, cancellationToken) is not { } text)
            {
                continue;
            }

            var lines = text.Split('\n');
            if (failure.Line > lines.Length || QuotePicker.At(failure.Path, lines, failure.Line) is not { } place)
            {
                continue;
            }

            var region = SourceRegion.Around(lines, failure.Line);
            var where = region.Name.Length > 0 ? $"`{region.Name}` in {failure.Path}:{failure.Line}" : $"{failure.Path}:{failure.Line}";
            findings.Add(Of(context, before + findings.Count, $"The reported failure leads to {where}: `{shown}` fails here", $"The reported failure leads to {where}: `{shown}` exits with {run.ExitCode} and its log names this place.", PlacedConfidence, [place, Cite(run, failure.LogLine)]));
        }

        if (findings.Count == 0 && most > 0)
        {
            findings.Add(Of(context, before, $"`{shown}` fails at the inspected commit", $"`{shown}` exits with {run.ExitCode} at the inspected commit; its log names no place in the source.", UnplacedConfidence, [Cite(run, CheckFailures.TellingLine(run.Log))]));
        }

        return findings;
    }

    public static Citation.Command Cite(RecordedCommand run, string quote) =>
        new() { Argv = run.Argv, ExitCode = run.ExitCode, Quote = quote.Length > 0 ? quote : CheckFailures.TellingLine(run.Log) };

    private static Finding Of(AuditContext context, int before, string title, string claim, double confidence, IReadOnlyList<Citation> evidence) => new()
    {
        Id = $"C-{before + 1:000}",
        TicketId = context.TicketId,
        Kind = "cause",
        Title = title,
        Claim = claim,
        Severity = Severity.Major,
        Confidence = confidence,
        Evidence = evidence,
        Recommendation = "Run the command at the inspected commit and start from the first failure in its log.",
    };
}
