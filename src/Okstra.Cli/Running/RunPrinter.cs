using Okstra.Cli.Output;
using Okstra.Core.Convergence;
using Okstra.Core.Runs;
using Okstra.Core.Workers;
using Okstra.Engine.Pipeline;
using Spectre.Console;

namespace Okstra.Cli.Running;

/// <summary>The end of a run for people: who worked, what became of the findings, where the report is.</summary>
internal static class RunPrinter
{
    private const int TopFindings = 5;
    private const int Columns = 90;

    public static void Print(RunOutcome outcome, CliContext context)
    {
        if (outcome.Paused is { } pause)
        {
            context.Out.WriteLine($"status: {pause.Status.Token()}");
            return;
        }

        var console = Consoles.For(context.Out, context.OutputIsTerminal, context);
        var workers = new Table().Border(TableBorder.Rounded).AddColumns("Worker", "Status", "Key finding");
        foreach (var document in outcome.Analyses)
        {
            workers.AddRow(Markup.Escape(document.Worker), document.Status.Token(), Markup.Escape(TerminalText.Short(document.Answer?.KeyFinding ?? document.Reason, Columns)));
        }

        console.Write(workers);
        if (outcome.Report is { } report)
        {
            var findings = new Table().Border(TableBorder.Rounded).AddColumns("Finding", "Class", "Where", "Title");
            foreach (var finding in report.Findings.Take(TopFindings))
            {
                var place = finding.Evidence.FirstOrDefault(evidence => evidence is { Kind: "file", Carries: true });
                findings.AddRow(finding.Id, finding.Classification.Token(), Markup.Escape(place is null ? "" : $"{place.Path}:{place.StartLine}"), Markup.Escape(TerminalText.Short(finding.Title, Columns)));
            }

            console.Write(findings);
            context.Out.WriteLine(string.Join(" · ", report.FinalClassificationCounts.Select(count => $"{count.Key} {count.Value}")));
        }

        if (outcome.Validation is { } validation)
        {
            context.Out.WriteLine(validation.Ok ? "validation: ok" : $"validation: {validation.Failures.Count} failure(s)");
            foreach (var failure in validation.Failures)
            {
                context.Out.WriteLine($"  {failure.Place} {failure.Rule} {TerminalText.Clean(failure.Message)}");
            }
        }

        if (outcome.Report is not null)
        {
            context.Out.WriteLine($"report: {outcome.Bundle.Layout.ReportMarkdown}");
            context.Out.WriteLine($"html:   {outcome.Bundle.Layout.ReportHtml}");
        }
    }

    /// <summary>0 when a valid report was written, 2 when the run waits for a decision, else 1 (design: commands, streams, exit codes).</summary>
    public static int ExitCode(RunOutcome outcome) => outcome.Paused is not null ? ExitCodes.Waiting : outcome.Validation is { Ok: true } ? ExitCodes.Ok : ExitCodes.Refused;

    /// <summary>Why there is no report, on standard error.</summary>
    public static void ExplainFailure(RunOutcome outcome, CliContext context)
    {
        if (outcome.Paused is { } pause)
        {
            new ProblemWriter(context.Error).Write(pause.Problem);
        }
        else if (outcome.Report is null)
        {
            var reasons = outcome.Analyses.Select(document => $"{document.Worker} {document.Status.Token()}: {document.Reason ?? "its answer was void"}");
            new ProblemWriter(context.Error).Write(new Core.Problems.Problem(
                "OKS0501", $"no worker delivered a usable result, so there is no report ({string.Join("; ", reasons)})", "look at the logs in the run directory, or run with --workers auditor"));
        }
    }

    public static RunAnswer Answer(RunOutcome outcome) => new()
    {
        Status = RunEnd.StatusOf(outcome).Token(),
        StatusReason = outcome.Paused is { } pause ? TerminalText.Clean(pause.Message) : null,
        TaskKey = outcome.Bundle.Key.ToString(),
        TaskType = outcome.Bundle.Manifest.TaskType,
        Seq = outcome.Bundle.Manifest.Seq,
        RunDir = outcome.Bundle.Layout.Root,
        BaseCommit = outcome.Bundle.Manifest.Inputs.BaseCommit,
        Report = outcome.Report is null ? null : new ReportPaths(outcome.Bundle.Layout.ReportDocument, outcome.Bundle.Layout.ReportMarkdown, outcome.Bundle.Layout.ReportHtml),
        Workers = [.. outcome.Analyses.Select(document => new WorkerLine(document.Worker, Shown(document).Token(), document.Reason))],
        Classifications = outcome.Convergence?.FinalClassificationCounts ?? new Dictionary<string, int>(StringComparer.Ordinal),
        Validation = ValidationLine.Of(outcome.Validation),
    };

    private static WorkerStatus Shown(DispatchDocument document) => document.Usable || document.Status != WorkerStatus.Completed ? document.Status : WorkerStatus.Error;
}
