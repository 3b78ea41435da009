using Okstra.Assets;
using Okstra.Core.Briefs;
using Okstra.Core.Problems;
using Okstra.Core.Projects;
using Okstra.Core.Tasks;
using Okstra.Engine.Preparation;
using Okstra.Engine.Setup;
using Okstra.State.Inputs;
using Okstra.State.Layout;

namespace Okstra.Engine.Briefs;

/// <summary>Reads a brief the way a preparation does, looks up the files it names, and holds it against its form.</summary>
public sealed class BriefChecking(RunServices services)
{
    /// <exception cref="UserErrorException">There is no such file, or the type or task is none.</exception>
    public async Task<BriefCheckOutcome> CheckAsync(BriefCheckRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = request.Type is { } type ? Form(type) : null;
        var path = Path.GetFullPath(request.Path, services.Host.CurrentDirectory);
        InputText brief;
        try
        {
            brief = InputFiles.ReadBrief(path);
        }
        catch (UserErrorException refusal) when (Unreadable(refusal.Problem) is { } issue)
        {
            return BriefCheckOutcome.Of(path, asked ?? BriefForms.All[0], request.TaskKey, [issue]);
        }

        var root = await new ProjectRoots(services.Host, new SourceFreeze(services.Git)).ResolveAsync(request.ProjectRoot, cancellationToken);
        var state = StateLayout.Resolve(root);
        var projectId = services.Documents.TryRead(state.ProjectFile, ProjectsJson.Default.ProjectDocument)?.ProjectId;
        var page = BriefPage.Parse(brief.Text);
        var form = asked ?? BriefForms.Of(page);
        var task = Task(request, page, projectId);
        var lookup = new ReferenceLookup(services, state, path, form, task);
        var situation = new BriefSituation
        {
            Form = form,
            Template = BriefPage.Parse(AssetCatalog.Text(form.Template)),
            Task = task,
            TaskIsGiven = request.TaskKey is not null,
            ProjectId = projectId,
            References = await lookup.ResolveAsync(BriefReferences.In(page, form), cancellationToken),
        };
        return BriefCheckOutcome.Of(path, form, task?.ToString(), BriefLinter.Check(page, situation));
    }

    /// <exception cref="UserErrorException">No form has that name.</exception>
    internal static BriefForm Form(string name) => BriefForms.Named(name)
        ?? throw new UserErrorException("OKS0870", $"unknown type of brief '{name}'", $"valid: {string.Join(", ", BriefForms.All.Select(form => form.Name))}{(name == "schedule" ? "; a schedule is written by okstra schedule" : "")}");

    private static TaskKey? Task(BriefCheckRequest request, BriefPage page, string? projectId)
    {
        if (request.TaskKey is { } asked)
        {
            return TaskKey.TryParse(asked, projectId, out var given, out var problem) ? given : throw new UserErrorException(problem);
        }

        var (group, task) = (page.FrontMatter.First("task-group"), page.FrontMatter.First("task-id"));
        return TaskKey.TryParse(page.FrontMatter.First("task-key") ?? (group is null || task is null ? null : $"{group}/{task}"), projectId, out var key, out _) ? key : null;
    }

    private static BriefIssue? Unreadable(Problem problem) => problem.Code switch
    {
        "OKS0213" => BriefIssue.Error("BRF-001", 1, 1, problem.Message, "describe the task in it; okstra brief new writes a brief to fill in"),
        "OKS0214" or "OKS0215" => BriefIssue.Error("BRF-002", 1, 1, problem.Message, problem.Hint!),
        "OKS0216" => BriefIssue.Error("BRF-003", 1, 1, problem.Message, problem.Hint!),
        _ => null,
    };
}
