using Okstra.Core.Validation;
using Okstra.Engine.Preparation;
using Okstra.Engine.Reporting;

namespace Okstra.Cli.Output;

/// <summary>What is wrong with a report that somebody wrote: a line for each problem, its remedy on the other stream.</summary>
internal static class ReportLines
{
    public static void Write(CliContext context, RunBundle bundle, ImportedReport imported, IReadOnlyList<ValidationFailure> failures)
    {
        foreach (var problem in imported.Problems)
        {
            context.Out.WriteLine($"{bundle.Layout.ReportMarkdown}:{problem.Line}:{problem.Column} {(problem.IsWarning ? "warning " : "")}{problem.Code} {TerminalText.Clean(problem.Message)}");
            context.Error.WriteLine($"hint: {TerminalText.Clean(problem.Hint)}");
        }

        Write(context, failures);
    }

    // reports/final-report-error-analysis-001.md:42:3 REP-012 the id P-001 stands in line 41 already (OKS0851)
    public static void Write(CliContext context, IReadOnlyList<ValidationFailure> failures, string level = "")
    {
        foreach (var failure in failures)
        {
            context.Out.WriteLine($"{TerminalText.Clean(failure.Place)} {level}{failure.Rule} {TerminalText.Clean(failure.Message)}");
            context.Error.WriteLine($"hint: {TerminalText.Clean(failure.Hint)}");
        }
    }
}
