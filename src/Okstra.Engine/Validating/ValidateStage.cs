using Okstra.Core.Convergence;
using Okstra.Core.Validation;
using Okstra.Core.Workers;
using Okstra.Core.Runs;
using Okstra.Engine.Preparation;
using Okstra.State.Documents;
using Okstra.State.Files;

namespace Okstra.Engine.Validating;

/// <summary>Reads back what a run wrote and has Core check it; used at the end of a run and by <c>validate-run</c>.</summary>
public sealed class ValidateStage(RunServices services, RunBundle bundle)
{
    /// <summary>Checks without writing anything.</summary>
    public ValidationDocument Check()
    {
        var layout = bundle.Layout;
        var convergence = services.Documents.TryRead(layout.Convergence, ConvergenceJson.Default.ConvergenceDocument);
        return ReportValidator.Validate(new ValidationInputs
        {
            TaskKey = bundle.Key,
            TaskType = bundle.Type,
            Seq = bundle.Manifest.Seq,
            ReportData = Stored(layout.ReportDocument),
            Markdown = Stored(layout.ReportMarkdown),
            Html = Stored(layout.ReportHtml),
            ConvergencePath = layout.Relative(layout.Convergence),
            Convergence = convergence,
            Settlements = services.Documents.TryRead(layout.Settlements, SettlementJson.Default.SettlementDocument),
            Findings = services.Documents.TryRead(layout.Findings, FindingsDocumentJson.Default.FindingsDocument),
            StateInputHashes = convergence?.Inputs.Keys.ToDictionary(path => path, path => ContentHash.TryOfFile(Path.Combine(layout.Root, path)), StringComparer.Ordinal) ?? [],
            Dispatches = Dispatches(),
            WorkerFiles = layout.WorkerFiles(),
            Roster = bundle.Manifest.Roster,
            Team = services.Documents.TryRead(layout.TeamState, RunDocumentsJson.Default.TeamState),
            ManifestPaths = bundle.Manifest.Artifacts.Values.ToDictionary(path => path, path => Path.Exists(Path.Combine(layout.Root, path)), StringComparer.Ordinal),
        });
    }

    /// <summary>Checks and leaves the validation document.</summary>
    public ValidationDocument Write()
    {
        var document = Check();
        services.Documents.Write(bundle.Layout.Validation, document, ValidationJson.Default.ValidationDocument);
        return document;
    }

    private Dictionary<string, DispatchDocument> Dispatches() => bundle.Layout.DispatchDocuments()
        .ToDictionary(bundle.Layout.Relative, path => services.Documents.Read(path, WorkersJson.Default.DispatchDocument), StringComparer.Ordinal);

    private StoredText Stored(string path) => new(bundle.Layout.Relative(path), TextFiles.TryRead(path));
}
