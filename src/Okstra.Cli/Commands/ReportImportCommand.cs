using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Core.Tasks;
using Okstra.Engine.Preparation;
using Okstra.Engine.Reporting;
using Okstra.Engine.Validating;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra report import &lt;report.md&gt;</c>: exit 0 when the data was made and the run holds, 1 with one line for each problem.</summary>
internal static class ReportImportCommand
{
    public static Command Create(CliContext context)
    {
        var report = new Argument<string?>("report") { Description = "The Markdown report of a run, or the run; default: the newest run.", Arity = ArgumentArity.ZeroOrOne };
        var runDirectory = new Option<string?>("--run-dir") { Description = "The run whose report it is." };
        var seq = Options.Seq();
        var projectRoot = Options.ProjectRoot();
        var check = new Option<bool>("--check") { Description = "Only say what is wrong; write nothing." };
        var json = Options.Json();
        var command = new Command("import", "Make a report's data and page from its Markdown, which stays as it is.") { report, runDirectory, seq, projectRoot, check, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var services = Composition.Services(context);
            var (named, run) = (parsed.GetValue(report), parsed.GetValue(runDirectory));
            var bundle = ProjectScope.Of(services, parsed.GetValue(projectRoot)).Bundle(run ?? named, parsed.GetValue(seq));
            var markdown = named is not null && (run is not null || named.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) ? Path.GetFullPath(named, context.Host.CurrentDirectory) : null;
            var imported = await new ReportImporting(services, bundle).ImportAsync(markdown, !parsed.GetValue(check), cancellationToken);
            var document = imported.Imported && !parsed.GetValue(check) ? new ValidateStage(services, bundle).Check() : null;
            var validation = document is null ? null : ValidationLine.Of(document);
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, Answer(bundle, imported, validation), CliJson.Default.ImportAnswer);
            }
            else
            {
                Print(context, bundle, imported, validation, parsed.GetValue(check));
            }

            return imported.Imported && validation is null or { Ok: true } ? ExitCodes.Ok : ExitCodes.Refused;
        });
        return command;
    }

    private static ImportAnswer Answer(RunBundle bundle, ImportedReport imported, ValidationLine? validation) => new()
    {
        TaskKey = bundle.Key.ToString(),
        TaskType = bundle.Type.Token(),
        Seq = bundle.Manifest.Seq,
        Imported = imported.Imported,
        Changed = imported.Changed,
        Report = new ReportPaths(bundle.Layout.ReportDocument, bundle.Layout.ReportMarkdown, bundle.Layout.ReportHtml),
        Kept = imported.Kept,
        Problems = imported.Problems,
        Validation = validation,
    };

    private static void Print(CliContext context, RunBundle bundle, ImportedReport imported, ValidationLine? validation, bool check)
    {
        ReportLines.Write(context, bundle, imported, validation?.Failures ?? []);
        if (imported.Kept is { } kept)
        {
            context.Out.WriteLine($"the data of before is kept as {kept}");
        }

        context.Out.WriteLine((imported.Imported, check) switch
        {
            (false, _) => $"{imported.Problems.Count(problem => !problem.IsWarning)} problem(s); nothing was written",
            (_, true) => imported.Changed ? $"it can be imported and would change {bundle.Layout.ReportDocument}" : $"it can be imported and says what {bundle.Layout.ReportDocument} says",
            _ => imported.Changed ? $"imported into {bundle.Layout.ReportDocument}" : $"{bundle.Layout.ReportDocument} says the same already",
        });
    }
}
