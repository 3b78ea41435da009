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

        foreach (var failure in failures)
        {
            context.Out.WriteLine($"{failure.File}{(failure.Line is { } line ? $":{line}:1" : failure.Pointer)} {failure.Rule} {TerminalText.Clean(failure.Message)}");
            context.Error.WriteLine($"hint: {TerminalText.Clean(failure.Hint)}");
        }
    }
}
