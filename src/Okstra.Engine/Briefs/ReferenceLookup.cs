using Okstra.Core.Briefs;
using Okstra.Core.Tasks;
using Okstra.Engine.Phases;
using Okstra.State.Layout;
using Okstra.State.Trees;

namespace Okstra.Engine.Briefs;

/// <summary>Looks up the files a brief names: relative to the project, to the brief or to the task, whichever has them.</summary>
internal sealed class ReferenceLookup(RunServices services, StateLayout state, string briefPath, BriefForm form, TaskKey? task)
{
    private readonly FolderSourceTree _tree = new(state.ProjectRoot);
    private IReadOnlyList<string>? _listed;

    public async Task<IReadOnlyList<ResolvedReference>> ResolveAsync(IReadOnlyList<BriefReference> references, CancellationToken cancellationToken)
    {
        // A brief that names no task is of the task whose report it cites first.
        var owner = task ?? references.Where(reference => reference.Kind == BriefReferenceKind.Citation || reference.IsReport).Select(reference => Owner(Full(reference))).FirstOrDefault(found => found is not null);
        var resolved = new List<ResolvedReference>();
        foreach (var reference in references)
        {
            resolved.Add(new ResolvedReference(reference, reference.Kind == BriefReferenceKind.Citation || reference.IsReport ? Report(reference, owner) : await FileAsync(reference, cancellationToken)));
        }

        return resolved;
    }

    private ReferenceFacts Report(BriefReference reference, TaskKey? owner)
    {
        var path = Full(reference);
        var phase = form.Sources.Where(source => reference.Heading.Contains(source.Key, StringComparison.OrdinalIgnoreCase)).Select(source => source.Value).FirstOrDefault(form.TaskType);
        return new ReferenceFacts(Path.Exists(path)) { Report = owner is { } key ? new CitedReports(services, state, key).Look(path, phase) : new(path, Path.Exists(path), IsOfPhase: false, ForeignTask: null, Stage: null) };
    }

    private async Task<ReferenceFacts> FileAsync(BriefReference reference, CancellationToken cancellationToken)
    {
        if (Roots().Select(root => Path.GetFullPath(reference.Path, root)).FirstOrDefault(Path.Exists) is { } path)
        {
            var relative = Relative(path);
            return new ReferenceFacts(Exists: true) { IsOutside = relative is null, LineCount = reference.FileLine is null || relative is null ? null : await LinesAsync(relative, cancellationToken) };
        }

        // People leave out the folders in front.
        _listed ??= await _tree.ListPathsAsync(cancellationToken);
        var tail = "/" + reference.Path.TrimStart('.', '/');
        if (!reference.Path.StartsWith('.') && _listed.FirstOrDefault(known => known.EndsWith(tail, StringComparison.Ordinal)) is { } shortened)
        {
            return new ReferenceFacts(Exists: true) { LineCount = reference.FileLine is null ? null : await LinesAsync(shortened, cancellationToken) };
        }

        var name = reference.Path[(reference.Path.LastIndexOf('/') + 1)..];
        return new ReferenceFacts(Exists: false) { Elsewhere = _listed.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase) || known.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase)) };
    }

    private async Task<int?> LinesAsync(string relative, CancellationToken cancellationToken) =>
        await _tree.ReadTextAsync(relative, cancellationToken) is { } text ? text.AsSpan().Count('\n') + (text.Length > 0 && text[^1] != '\n' ? 1 : 0) : null;

    private string Full(BriefReference reference) => Roots().Select(root => Path.GetFullPath(reference.Path, root)).FirstOrDefault(Path.Exists) ?? Path.GetFullPath(reference.Path, state.ProjectRoot);

    private IEnumerable<string> Roots() => [state.ProjectRoot, .. task is { } key ? [state.Task(key).Root] : Array.Empty<string>(), Path.GetDirectoryName(briefPath)!];

    private string? Relative(string path)
    {
        var relative = Path.GetRelativePath(state.ProjectRoot, path).Replace('\\', '/');
        return relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? null : relative;
    }

    private TaskKey? Owner(string path) =>
        TaskLayout.FromRunDirectory(path) is { } layout
        && services.Documents.TryRead(layout.ManifestFile, TasksJson.Default.TaskManifest) is { } manifest
        && TaskKey.TryParse(manifest.TaskKey, null, out var key, out _) ? key : null;
}
