using Okstra.Core.Convergence;
using Okstra.Core.Phases;
using Okstra.Core.Problems;
using Okstra.Core.Profiles;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;
using Okstra.Engine.Phases;
using Okstra.Engine.Setup;
using Okstra.State.Inputs;

namespace Okstra.Engine.Preparation;

/// <summary>Everything a preparation can be refused for, before anything is written (R-CON-90).</summary>
internal sealed class RequestChecks(RunServices services)
{
    private const int LongestDirective = 20_000;
    private readonly SourceFreeze _source = new(services.Git);

    public async Task<CheckedRequest> CheckAsync(PrepareRequest asked, AvailableWorkers available, CancellationToken cancellationToken)
    {
        var request = asked is { Quick: true, BriefPath.Length: > 0 } ? QuickRun.Completed(asked, Brief(asked.BriefPath).Text) : asked;
        var type = Type(request);
        var waivers = PhaseEntry.CheckOptions(request, type);
        var executor = type == TaskType.Implementation ? Executors.Resolve(request.Executor, services.Host.Variables.GetValueOrDefault(Executors.Variable)) : null;
        ConvergenceRules.Resolve(type, request.ConvergenceOver(new ConvergenceSettings()));
        RunBudgets.Parse(request.Budgets);
        var category = WorkCategories.Checked(request.WorkCategory);
        if (request.Directive is { Length: > LongestDirective })
        {
            throw new UserErrorException("OKS0163", $"the directive has {request.Directive.Length} characters; at most {LongestDirective} are taken", "put the material into the brief");
        }

        if (string.IsNullOrWhiteSpace(request.BriefPath))
        {
            throw new UserErrorException("OKS0164", "no brief was given", "name a text file with --brief");
        }

        var brief = Brief(request.BriefPath);
        var clarification = request.ClarificationResponse is null ? null : InputFiles.Read(Path.GetFullPath(request.ClarificationResponse, services.Host.CurrentDirectory), "clarification response");
        var root = await new ProjectRoots(services.Host, _source).ResolveAsync(request.ProjectRoot, cancellationToken);
        var source = await _source.ReadAsync(root, request.BaseRef, cancellationToken);
        var project = await new ProjectSetup(services).PreviewAsync(root, new SetupRequest { ProjectId = request.ProjectId }, cancellationToken);
        var parsed = BriefParser.Parse(brief.Text, Path.GetFileName(brief.Path));
        var profile = RunTexts.Profile(type, request.Quick);
        var related = RosterResolution.Normalise(request.RelatedTasks) ?? (parsed.RelatedTasks.Count > 0 ? parsed.RelatedTasks : null);
        return new CheckedRequest
        {
            Request = request,
            Type = type,
            Key = TaskIdentity.Resolve(request, parsed, Path.GetFileName(brief.Path), brief.Sha256, project.ProjectId),
            ProjectRoot = root,
            Project = project,
            BriefFile = brief,
            Brief = parsed,
            Clarification = clarification,
            Source = source,
            Roster = PhaseRosters.Resolve(type, executor, request.Quick ? QuickRun.Roster(available) : ProfileRoster.Parse(profile), RosterResolution.Normalise(request.Workers), available, request.Models, project.Auditor || request.Quick),
            Profile = profile,
            Executor = executor,
            QaWaivers = waivers,
            WorkCategory = category,
            RelatedTasks = related is null ? null : Preparation.RelatedTasks.Parse(related, project.ProjectId),
        };
    }

    private InputText Brief(string path) => InputFiles.ReadBrief(Path.GetFullPath(path, services.Host.CurrentDirectory));

    private static TaskType Type(PrepareRequest request)
    {
        if (!TaskTypes.TryParse(request.TaskType, out var type, out var problem))
        {
            throw new UserErrorException(problem);
        }

        if ((request.Approve || request.ApprovedPlan is not null) && type != TaskType.Implementation)
        {
            throw new UserErrorException("OKS0160", $"--approve and --approved-plan belong to --task-type implementation, not to {type.Token()}", "leave them out");
        }

        if (request.Approve && request.ApprovedPlan is null)
        {
            throw new UserErrorException("OKS0161", "--approve needs the plan it approves", "name it with --approved-plan");
        }

        return type;
    }
}
