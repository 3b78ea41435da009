using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Text;
using Okstra.Core.Workers;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Prompts;

/// <summary>Parts that worker prompts share.</summary>
internal static class WorkerBlocks
{
    /// <summary><c>[Required reading]</c> and <c>[Error reporting]</c>; the claude worker gets neither, on purpose (R-WRK-29).</summary>
    public static string RequiredReading(RunBundle bundle, RosterEntry entry) => entry.Driver == "claude" ? "" : $"""
        [Required reading]

        - This prompt to its end, before you open the first file.
        - Every file, log and document the brief names, completely, as far as the tree has it.
        {(bundle.CarryIn.Count > 0 ? "- Every row of the answers carried in, also those that were left blank." : "- The callers of whatever you make a claim about.")}

        [Error reporting]

        - What you could not read or run goes into your summary in one sentence each, with the reason. okstra keeps the errors file named above; do not write to it.
        - An answer that hides a failure is worse than no answer.


        """.ReplaceLineEndings("\n");

    public static string TreeRules(RunBundle bundle) => bundle.Manifest.Inputs.InspectedCommit is { } commit
        ? $"""
            - Read in your current working directory: a snapshot of commit `{commit}` that is thrown away afterwards. Do not leave it, and do not change directory.
            - `Project Root` above is the user's own checkout. It may differ from the snapshot, and nothing in it counts here.
            - Citations name paths relative to the snapshot.
            """.ReplaceLineEndings("\n")
        : """
            - Read in your current working directory, which is the project root. It is not a git repository: there is no history to cite.
            - Do not leave it, and do not change directory. Citations name paths relative to it.
            """.ReplaceLineEndings("\n");

    /// <summary>A citation with the outcome of its check, on one line, and its quote as data.</summary>
    public static string Citation(Evidence evidence)
    {
        var place = evidence.Kind switch
        {
            "file" => $"`{DataFence.Line(evidence.Path ?? "")}` lines {evidence.StartLine}-{evidence.EndLine}",
            "commit" => $"commit `{DataFence.Line(evidence.Sha ?? "")}`",
            "command" => $"command `{DataFence.Line(string.Join(' ', evidence.Argv ?? []))}`, exit code {evidence.ExitCode}",
            _ => $"`{DataFence.Line(evidence.Server ?? "")}`.`{DataFence.Line(evidence.Table ?? "")}`: `{DataFence.Line(evidence.Select ?? "")}`",
        };
        return $"- {place} (check: {Check(evidence.Check)})\n\n{DataFence.Around("quote", evidence.Quote)}";
    }

    public static string LanguageName(ReportLanguage language) => language == ReportLanguage.Korean ? "Korean" : "English";

    public static bool FullReanalysis(ConvergenceConfig config) => config.VerificationMode == "full-reanalysis";

    private static string Check(CitationVerdict verdict) => verdict switch
    {
        CitationVerdict.Holds => "the quote stands there",
        CitationVerdict.Moved => "the quote stands in that file, at the lines given here",
        CitationVerdict.Fails => "the quote was not found",
        _ => "not checked",
    };
}
