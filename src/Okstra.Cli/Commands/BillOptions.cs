using System.CommandLine;
using System.Globalization;
using Okstra.Cli.Output;
using Okstra.Core.Problems;
using Okstra.Core.Usage.Bills;
using Okstra.Engine;
using Okstra.Engine.Bills;
using Okstra.State.Layout;
using Okstra.State.Runs;

namespace Okstra.Cli.Commands;

/// <summary>The options of <c>okstra usage</c> that say what is wanted.</summary>
internal sealed class BillOptions
{
    private readonly Option<string> _by = new("--by") { Description = "task, phase, run, worker, model or day; default: task.", DefaultValueFactory = _ => "task" };
    private readonly Option<string?> _project = new("--project", "--project-root") { Description = "Folder of the project; default: the one around the current folder." };
    private readonly Option<bool> _allProjects = new("--all-projects") { Description = "Every project of this machine that had a run." };
    private readonly Option<string?> _task = new("--task") { Description = "One task: its key, or <task-group>/<task-id>." };
    private readonly Option<string?> _since = new("--since") { Description = "First day, UTC, as 2026-11-26." };
    private readonly Option<string?> _until = new("--until") { Description = "Last day, UTC." };
    private readonly Option<bool> _reconcile = new("--reconcile") { Description = "Compare what the CLIs reported with their session logs; --json always does." };

    private IReadOnlyList<Option> All => [_by, _project, _allProjects, _task, _since, _until, _reconcile];

    public bool AnyGiven(ParseResult parsed) => All.Any(option => parsed.GetResult(option) is { Implicit: false });

    public void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="UserErrorException">A value is not valid, or there is no such project or task.</exception>
    public BillRequest Read(ParseResult parsed, RunServices services, bool withLogs)
    {
        var name = parsed.GetValue(_by);
        var by = BillGrouping.All.FirstOrDefault(grouping => grouping.Name == name)
            ?? throw new UserErrorException("OKS0937", $"--by '{TerminalText.Short(name, 40)}' is no way to break a bill down; valid: {string.Join(", ", BillGrouping.All.Select(grouping => grouping.Name))}", "leave --by out for tasks");
        var (since, until) = (Day("--since", parsed.GetValue(_since)), Day("--until", parsed.GetValue(_until)));
        if (since > until)
        {
            throw new UserErrorException("OKS0936", $"--since {since:yyyy-MM-dd} is after --until {until:yyyy-MM-dd}, so no day is left", "exchange the two days");
        }

        var all = parsed.GetValue(_allProjects);
        var (project, task) = (parsed.GetValue(_project), parsed.GetValue(_task));
        if (all && (project is not null || task is not null))
        {
            throw new UserErrorException("OKS0938", "--all-projects does not go together with --project or --task", "give one of them");
        }

        var scope = all ? null : ProjectScope.Of(services, project).Registered();
        return new BillRequest
        {
            Projects = scope is null ? Known(services) : [scope.State],
            Task = task is null ? null : scope!.Task(task),
            By = by,
            Since = since,
            Until = until,
            WithLogs = withLogs || parsed.GetValue(_reconcile),
        };
    }

    private static IReadOnlyList<StateLayout> Known(RunServices services) =>
    [
        .. new RecentRuns(services.Home, services.Writer, services.Locks).Read().Select(run => run.ProjectRoot).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(Path.IsPathFullyQualified).Select(StateLayout.Resolve).Where(state => state.IsRegistered),
    ];

    private static DateOnly? Day(string option, string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new UserErrorException("OKS0935", $"{option} '{TerminalText.Short(text, 40)}' is no day", "write it as 2026-11-26; days are UTC");
}
