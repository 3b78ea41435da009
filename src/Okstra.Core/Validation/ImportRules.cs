using Okstra.Core.Reports.Importing;

namespace Okstra.Core.Validation;

/// <summary>What <c>okstra report import</c> would refuse in an edited report, under the rule each problem breaks.</summary>
internal static class ImportRules
{
    public static void Check(ReportPage page, ImportDefaults defaults, Verdicts verdicts)
    {
        foreach (var problem in ReportImporter.Problems(page.Document, page.Sections, defaults).Where(problem => !IsMissingSection(problem)))
        {
            verdicts.At(problem.IsWarning ? Rules.LeftOut : Broken(problem.Code), $"{problem.Message} ({problem.Code})", page.File, new TextPlace(problem.Line, problem.Column), problem.Hint);
        }
    }

    // SectionRules names it, and where it belongs.
    private static bool IsMissingSection(ImportProblem problem) => problem.Code == "OKS0842" && problem.Message.StartsWith("section ", StringComparison.Ordinal);

    private static Rule Broken(string code) => code switch
    {
        "OKS0841" => Rules.Identity,
        "OKS0842" => Rules.SectionPresent,
        "OKS0843" => Rules.SectionOnce,
        "OKS0844" or "OKS0846" or "OKS0847" => Rules.TableKept,
        "OKS0845" => Rules.EmptyState,
        "OKS0851" or "OKS0852" => Rules.RowIdUnique,
        "OKS0853" => Rules.FixedWords,
        "OKS0855" => Rules.RowIdResolves,
        "OKS0856" => Rules.SaysTheSame,
        "OKS0857" => Rules.PullRequest,
        _ => Rules.Readable,
    };
}
