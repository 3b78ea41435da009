using Okstra.Core.Convergence;
using Okstra.Core.Planning;
using Okstra.Core.Problems;
using Okstra.Core.Reports;
using Okstra.Core.Reports.Importing;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Engine.Clarifications;
using Okstra.Engine.Pipeline;
using Okstra.Engine.Preparation;
using Okstra.State.Documents;
using Okstra.State.Files;

namespace Okstra.Engine.Reporting;

/// <summary>Makes data document and page of a report from its Markdown, which is never written to; a data document that is replaced is kept beside the new one.</summary>
public sealed class ReportImporting(RunServices services, RunBundle bundle)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="markdown">The report that was named, absolute; null takes the run's.</param>
    /// <param name="write">False only checks.</param>
    /// <param name="cancellationToken">Ends the waiting for the task.</param>
    /// <exception cref="UserErrorException">Another file than the run's report, one that cannot be read, or data of a newer okstra.</exception>
    public async Task<ImportedReport> ImportAsync(string? markdown, bool write, CancellationToken cancellationToken)
    {
        using var mutex = await services.Locks.AcquireAsync(services.Home.TaskLock(bundle.Key), "import a report", Patience, cancellationToken);
        var text = Markdown(markdown);
        var before = TextFiles.TryRead(bundle.Layout.ReportDocument);
        var previous = Previous(before);
        var outcome = ReportImporter.Import(text, Defaults(previous), previous);
        if (outcome.Report is not { } said)
        {
            return new ImportedReport(Imported: false, Changed: false, null, outcome.Problems);
        }

        var report = said.Plan is { } plan ? said with { Plan = await ReviewedAsync(plan, said.Language, cancellationToken) } : said;
        var after = ReportText.Write(report);
        var changed = !string.Equals(before, after, StringComparison.Ordinal);
        return new ImportedReport(Imported: true, changed, write ? Write(report, before, after) : null, outcome.Problems);
    }

    // The plan may read differently now; whether it can be approved is judged anew.
    private async Task<PlanSection> ReviewedAsync(PlanSection plan, ReportLanguage language, CancellationToken cancellationToken)
    {
        await using var place = await Workplace.OpenAsync(services, bundle, cancellationToken);
        var known = (await place.Tree.ListPathsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var tickets = bundle.Brief.TicketIds is { Count: > 0 } named ? named : [bundle.Key.Task];
        return plan with { Review = PlanReview.Of(plan, new PlanReviewFacts(tickets, known.Contains, ReportTexts.In(language))) };
    }

    // Killed between any two writes, the next call comes to the same end: what is kept already is not kept twice.
    private string? Write(ReportDocument report, string? before, string after)
    {
        string? kept = null;
        if (!string.Equals(before, after, StringComparison.Ordinal))
        {
            kept = before is null ? null : Keep(before);
            services.Writer.Write(bundle.Layout.ReportDocument, after);
        }

        var page = HtmlReport.Render(report);
        if (!string.Equals(TextFiles.TryRead(bundle.Layout.ReportHtml), page, StringComparison.Ordinal))
        {
            services.Writer.Write(bundle.Layout.ReportHtml, page);
        }

        new ClarificationAsking(services, bundle).Record(report);
        return kept;
    }

    private string Keep(string before)
    {
        for (var number = 1; ; number++)
        {
            var path = Path.ChangeExtension(bundle.Layout.ReportDocument, $".{number}.json");
            var known = TextFiles.TryRead(path);
            if (known is null)
            {
                services.Writer.CreateNew(path, System.Text.Encoding.UTF8.GetBytes(before));
            }

            if (known is null || string.Equals(known, before, StringComparison.Ordinal))
            {
                return path;
            }
        }
    }

    private string Markdown(string? named)
    {
        var own = bundle.Layout.ReportMarkdown;
        if (named is not null && Path.GetFullPath(named) != Path.GetFullPath(own))
        {
            throw new UserErrorException("OKS0860", $"'{named}' is not the report of run {bundle.Manifest.Seq} of {bundle.Key}", $"the run's report is '{own}': write it there, then import that file");
        }

        if (!Path.Exists(own))
        {
            throw new UserErrorException("OKS0861", $"run {bundle.Manifest.Seq} of {bundle.Key} has no Markdown report", $"write it to '{own}', from the template in the run's instruction set");
        }

        return ExactText.Read(own, ReportText.MaximumLength);
    }

    // Damaged data cannot help, but is kept; data of a newer okstra is not replaced by an older one's.
    private static ReportDocument? Previous(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return ReportText.TryRead(text, out var previous, out var problem, out _) ? previous
            : problem.Code == "OKS0404" ? throw new UserErrorException(problem)
            : null;
    }

    private ImportDefaults Defaults(ReportDocument? previous)
    {
        var (manifest, phase, layout) = (bundle.Manifest, bundle.Inputs.Phase, bundle.Layout);
        return new ImportDefaults
        {
            Identity = new ReportIdentity(bundle.Key, bundle.Type, manifest.Seq),
            Stage = manifest.Stage ?? phase?.Stage,
            Language = manifest.Language,
            Author = previous?.Author ?? (bundle.Type == TaskType.ReleaseHandoff ? "Claude lead" : "Report writer worker"),
            GeneratedAt = previous?.GeneratedAt ?? services.Now(),
            TaskDate = manifest.Inputs.PreparedAt[..10],
            BaseSha = manifest.Inputs.BaseCommit,
            HeadSha = manifest.Inputs.InspectedCommit,
            WorktreeStatus = manifest.Worktree.Status,
            WorktreeNote = manifest.Worktree.Note.Length == 0 ? null : manifest.Worktree.Note,
            SourceReport = phase?.SourceReports is [var source, ..] ? Path.GetRelativePath(bundle.Task.Root, source).Replace('\\', '/') : null,
            VerificationScope = phase?.VerificationScope,
            Roster = manifest.Roster,
            Convergence = manifest.Convergence,
            State = services.Documents.TryRead(layout.Convergence, ConvergenceJson.Default.ConvergenceDocument),
            DocumentHashes = Path.Exists(layout.Convergence) ? new Dictionary<string, string>(StringComparer.Ordinal) { [layout.Relative(layout.Convergence)] = ContentHash.OfFile(layout.Convergence) } : new Dictionary<string, string>(StringComparer.Ordinal),
        };
    }
}
