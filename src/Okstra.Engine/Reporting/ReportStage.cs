using Okstra.Core.Convergence;
using Okstra.Core.Reports;
using Okstra.Core.Sources;
using Okstra.Core.Tasks;
using Okstra.Core.Workers;
using Okstra.Engine.Clarifications;
using Okstra.Engine.Dispatching;
using Okstra.Engine.Preparation;
using Okstra.Engine.Prompts;
using Okstra.State.Documents;
using Okstra.State.Files;

namespace Okstra.Engine.Reporting;

/// <summary>Has the report writer supply its words where there is one, composes the report document from state, and renders Markdown and HTML from it.</summary>
public sealed class ReportStage(RunServices services, RunBundle bundle, DispatchStage dispatches, ISourceTree tree, IReadOnlyList<SourcePlace> frames)
{
    public const int WriterRound = -1;

    /// <summary>The writer's dispatch; null when the run has no report writer.</summary>
    public async Task<DispatchDocument?> AskWriterAsync(ConvergenceDocument convergence, IReadOnlyList<DispatchDocument> analyses, CancellationToken cancellationToken)
    {
        if (bundle.Manifest.Roster.FirstOrDefault(entry => !entry.IsAnalyst) is not { } writer)
        {
            return null;
        }

        return await dispatches.DispatchAsync(
            new DispatchOrder
            {
                Entry = writer,
                Kind = AnswerKind.Narrative,
                Round = WriterRound,
                Batch = 1,
                Prompt = PromptRenderer.ReportWriter(bundle, writer, convergence, analyses),
                AgentName = writer.AgentName,
            },
            cancellationToken);
    }

    public async Task<ReportDocument> WriteAsync(ConvergenceDocument convergence, IReadOnlyList<DispatchDocument> all, CancellationToken cancellationToken)
    {
        var inputs = DocumentInputs.Of(bundle, all, bundle.Layout.Convergence);
        var report = Known(inputs) ?? await ComposeAsync(convergence, all, inputs, cancellationToken);
        Keep(bundle.Layout.ReportDocument, ReportText.Write(report));
        Keep(bundle.Layout.ReportMarkdown, MarkdownReport.Render(report));
        Keep(bundle.Layout.ReportHtml, HtmlReport.Render(report));
        new ClarificationAsking(services, bundle).Record(report);
        return report;
    }

    private ReportDocument? Known(IReadOnlyDictionary<string, string> inputs) =>
        TextFiles.TryRead(bundle.Layout.ReportDocument) is { } text && ReportText.TryRead(text, out var known, out _, out _) && DocumentInputs.Same(known.Inputs, inputs) ? known : null;

    private async Task<ReportDocument> ComposeAsync(
        ConvergenceDocument convergence, IReadOnlyList<DispatchDocument> all, IReadOnlyDictionary<string, string> inputs, CancellationToken cancellationToken)
    {
        var frozen = bundle.Manifest.Inputs;
        return ReportComposer.Compose(new ReportInputs
        {
            TaskKey = bundle.Key,
            TaskType = bundle.Type,
            Seq = bundle.Manifest.Seq,
            Language = bundle.Manifest.Language,
            GeneratedAt = services.Now(),
            Quick = bundle.Inputs.Quick,
            TaskDate = frozen.PreparedAt[..10],
            BriefTitle = bundle.Brief.Title,
            BriefText = bundle.Brief.Text,
            TicketIds = bundle.Brief.TicketIds,
            InnermostFrames = frames,
            Roster = bundle.Manifest.Roster,
            Dispatches = all,
            Convergence = convergence,
            Project = new ProjectFacts
            {
                BaseCommit = frozen.BaseCommit,
                InspectedCommit = frozen.InspectedCommit,
                WorktreeStatus = bundle.Manifest.Worktree.Status,
                WorktreeNote = bundle.Manifest.Worktree.Note,
                UncommittedFiles = frozen.UncommittedFiles,
                InspectedFiles = frozen.InspectedCommit is null ? await CitedFilesAsync(convergence, cancellationToken) : new Dictionary<string, string>(StringComparer.Ordinal),
            },
            CarryIn = bundle.CarryIn,
            KnownPaths = bundle.Type == TaskType.ImplementationPlanning ? (await tree.ListPathsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal) : null,
            DocumentHashes = inputs,
        });
    }

    /// <summary>Outside git nothing is frozen, so the report names what was read (design: state on disk).</summary>
    private async Task<IReadOnlyDictionary<string, string>> CitedFilesAsync(ConvergenceDocument convergence, CancellationToken cancellationToken)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in convergence.Findings.SelectMany(finding => finding.Finding.Evidence).Select(evidence => evidence.Path).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await tree.ReadTextAsync(path, cancellationToken) is { } text)
            {
                hashes[path] = ContentHash.OfText(text);
            }
        }

        return hashes;
    }

    private void Keep(string path, string text)
    {
        if (TextFiles.TryRead(path) is null)
        {
            services.Writer.Write(path, text);
        }
    }
}
