using System.Text;
using Okstra.Assets;
using Okstra.Core.Briefs;
using Okstra.Core.Problems;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Engine.Preparation;
using Okstra.Engine.Setup;
using Okstra.State.Layout;

namespace Okstra.Engine.Briefs;

/// <summary>Writes a new brief from its template and checks what it wrote; a file that is there is never touched.</summary>
public sealed class BriefWriting(RunServices services)
{
    private const int LongestTitle = 120;

    /// <summary>What a form asks.</summary>
    /// <exception cref="UserErrorException">No form has that name.</exception>
    public static IReadOnlyList<BriefQuestion> Questions(string type)
    {
        var form = BriefChecking.Form(type);
        return BriefQuestion.Of(form, BriefPage.Parse(AssetCatalog.Text(form.Template)));
    }

    /// <exception cref="UserErrorException">Unknown type or heading, nothing to name the file by, or the file is there already.</exception>
    public async Task<BriefNewOutcome> WriteAsync(BriefNewRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = BriefChecking.Form(request.Type);
        var answers = Answers(request, Questions(request.Type));
        var root = await new ProjectRoots(services.Host, new SourceFreeze(services.Git)).ResolveAsync(request.ProjectRoot, cancellationToken);
        var project = await new ProjectSetup(services).PreviewAsync(root, new SetupRequest(), cancellationToken);
        var title = request.Title is { } given && SafeText.OneLine(given, LongestTitle) is { Length: > 0 } line ? line : null;
        var key = Key(request, title, project.ProjectId);
        var path = request.Out is { } named
            ? Path.GetFullPath(named, services.Host.CurrentDirectory)
            : Path.Combine(StateLayout.Resolve(root).BriefsDirectory, Required(key).GroupSegment, $"{Required(key).TaskSegment}-{form.Name}.md");
        if (Path.Exists(path))
        {
            throw new UserErrorException("OKS0871", $"'{path}' exists already, and a brief is never written over", $"edit it and see okstra brief check {ShellWord.Quote(path)}, or name another file with --out");
        }

        if (request.Out is null)
        {
            await new ProjectSetup(services).UpsertAsync(root, new SetupRequest(), cancellationToken);
        }

        var text = BriefComposer.Compose(RunTexts.Fill(form.Template, Context(form, key, project.ProjectId)), title, request.Tickets, answers);
        services.Writer.CreateNew(path, Encoding.UTF8.GetBytes(text));
        var check = await new BriefChecking(services).CheckAsync(new BriefCheckRequest { Path = path, Type = form.Name, ProjectRoot = root }, cancellationToken);
        return new BriefNewOutcome(path, check, Next(form, path, check.Ok));
    }

    private static Dictionary<string, string> Answers(BriefNewRequest request, IReadOnlyList<BriefQuestion> questions)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (heading, text) in request.Answers)
        {
            var known = questions.FirstOrDefault(question => question.Heading.Equals(heading.Trim().TrimStart('#').Trim(), StringComparison.OrdinalIgnoreCase))
                ?? throw new UserErrorException("OKS0872", $"a {request.Type} brief has no section '{heading.Trim()}'", $"its sections: {string.Join(", ", questions.Select(question => question.Heading))}");
            if (!answers.TryAdd(known.Heading, text))
            {
                throw new UserErrorException("OKS0873", $"the section '{known.Heading}' is given twice", "give it once");
            }
        }

        return answers;
    }

    private static TaskKey? Key(BriefNewRequest request, string? title, string projectId)
    {
        var id = request.TaskId ?? (request.Tickets is [var ticket, ..] ? ticket : title is null ? null : Segment.Of(title));
        if (request.TaskKey is null && id is null or "_")
        {
            return null;
        }

        var blank = new Brief { Text = "", Body = "", Title = title ?? "", TicketIds = [], RelatedTasks = [] };
        return TaskIdentity.Resolve(new PrepareRequest { TaskType = null, TaskKey = request.TaskKey, TaskGroup = request.TaskGroup, TaskId = id is "_" ? null : request.TaskKey is null ? id : request.TaskId }, blank, "brief.md", "", projectId);
    }

    private static TaskKey Required(TaskKey? key) => key
        ?? throw new UserErrorException("OKS0874", "nothing says which task the brief is for, so it has no file name", "give --title, --ticket or --task-id, or name the file with --out");

    private Dictionary<string, string> Context(BriefForm form, TaskKey? key, string projectId) => new(StringComparer.Ordinal)
    {
        ["TASK_KEY"] = key?.ToString() ?? "",
        ["TASK_ID"] = key?.Task ?? "",
        ["TASK_GROUP"] = key?.Group ?? "",
        ["PROJECT_ID"] = projectId,
        ["TASK_DATE"] = services.Time.GetUtcNow().ToString("yyyy-MM-dd"),
        ["TASK_TYPE"] = form.TaskType.Token(),
    };

    private static string Next(BriefForm form, string path, bool ok)
    {
        var brief = ShellWord.Quote(path);
        return !ok ? $"okstra brief check {brief} --type {form.Name}"
            : form.Name == "quick" ? $"okstra run --quick --brief {brief}"
            : form.TaskType.IsAnalysis() ? $"okstra run --task-type {form.TaskType.Token()} --brief {brief}"
            : $"okstra render-bundle --task-type {form.TaskType.Token()} --brief {brief}{(form.Name == "implementation" ? " --approved-plan <report>" : "")}";
    }
}
