using System.CommandLine;
using System.CommandLine.Parsing;
using Okstra.Core.Text;
using Okstra.Engine.Preparation;
using Okstra.Engine.Workers;

namespace Okstra.Cli.Commands;

/// <summary>The launch options of <c>run</c> and <c>render-bundle</c> (R-OPN-33), declared once and read into one request.</summary>
internal sealed class PrepareOptions
{
    /// <summary>Name of the option of <c>run</c> that takes phase and brief from the newest run.</summary>
    public const string ResumeClarification = "--resume-clarification";

    /// <summary>Name of the option of <c>run</c> that takes the phase from the brief.</summary>
    public const string Quick = "--quick";

    private static readonly string[] ModelNames = ["lead", "claude", "codex", "gemini", "report-writer"];

    private readonly Option<string?> _taskType = new("--task-type") { Description = "requirements-discovery, error-analysis, implementation-planning, implementation, final-verification or release-handoff." };
    private readonly Option<string?> _brief = Text("--brief", "The brief, a Markdown file.", "--task-brief");
    private readonly Option<string?> _projectRoot = Options.ProjectRoot();
    private readonly Option<string?> _projectId = Text("--project-id", "Id of the project; default: as registered.");
    private readonly Option<string?> _taskKey = Text("--task-key", "<project-id>:<task-group>:<task-id>, or <task-group>/<task-id>.");
    private readonly Option<string?> _taskGroup = Text("--task-group", "Group of the task.");
    private readonly Option<string?> _taskId = Text("--task-id", "Id of the task; default: taken from the brief.");
    private readonly Option<string?> _directive = Text("--directive", "One more instruction for the workers.");
    private readonly Option<string?> _workers = Text("--workers", "Comma list that replaces the roster: claude, codex, gemini, report-writer, auditor, scripted:<file>.");
    private readonly Option<string?> _workCategory = Text("--work-category", "bugfix, feature, refactor, ops or improvement.");
    private readonly Option<string?> _baseRef = Text("--base-ref", "Commit, branch or tag to work on; default: HEAD.");
    private readonly Option<string?> _relatedTasks = Text("--related-tasks", "Comma list of task keys.");
    private readonly Option<string?> _clarification = Text("--clarification-response", "An answered report to carry in.");
    private readonly Option<string?> _approvedPlan = Text("--approved-plan", "The approved planning report (implementation only).");
    private readonly Option<bool> _approve = new("--approve") { Description = "Acknowledge the plan's approval (implementation only)." };
    private readonly Option<string?> _executor = Text("--executor", "Who executes the plan: claude, codex or gemini (implementation only); default: $OKSTRA_DEFAULT_EXECUTOR, else claude.");
    private readonly Option<string?> _stage = Text("--stage", "Stage of the plan: a number or auto (implementation); the stage to verify (final-verification); a comma list (release-handoff).");
    private readonly Option<string[]> _sourceReports = new("--source-report") { Description = "Report the run builds on, once for each (final-verification, release-handoff); default: those the brief cites." };
    private readonly Option<string?> _verificationScope = Text("--verification-scope", "whole-task or single-stage (final-verification only).");
    private readonly Option<string?> _prTemplate = Text("--pr-template-path", "Template of the pull request's body (release-handoff only).");
    private readonly Option<string[]> _qaWaivers = new("--qa-waiver") { Description = "<stageKey>:<reason>, the user's waiver of a stage's conformance (implementation, final-verification)." };
    private readonly Option<string?> _language = Text("--lang", "Language of the report: ko or en.");
    private readonly Option<int?> _maxRounds = new("--max-rounds") { Description = "Re-verification rounds, 1 to 3." };
    private readonly Option<string?> _verificationMode = Text("--verification-mode", "lightweight or full-reanalysis.");
    private readonly Option<string?> _policy = Text("--policy", "How votes become classes: evidence (default) or classic.");
    private readonly Option<string?> _grouping = Text("--grouping", "Who groups equal findings: rules (default), or lead, which asks the lead's model once and falls back to the rules.");
    private readonly Option<bool> _noConvergence = new("--no-convergence") { Description = "Skip re-verification." };
    private readonly Option<string?> _workspaceRoot = new("--workspace-root") { Hidden = true };
    private readonly Dictionary<string, Option<string?>> _models = ModelNames.ToDictionary(name => name, name => Text($"--{name}-model", $"Model of {name}; 'default' keeps the default."), StringComparer.Ordinal);

    public void AddTo(Command command)
    {
        Option[] all =
        [
            _taskType, _brief, _projectRoot, _projectId, _taskKey, _taskGroup, _taskId, _directive, _workers, _workCategory, _baseRef, _relatedTasks, _clarification,
            _approvedPlan, _approve, _executor, _stage, _sourceReports, _verificationScope, _prTemplate, _qaWaivers, _language, _maxRounds, _verificationMode, _policy, _grouping, _noConvergence, _workspaceRoot, .. _models.Values,
        ];
        foreach (var option in all)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetResult(_taskType) is null && result.Children.All(child => child is not OptionResult { Option.Name: ResumeClarification or Quick }))
            {
                result.AddError("Option '--task-type' is required.");
            }
        });
    }

    /// <summary>Task key and phase as given, for a run that goes on where the user's answers were missing.</summary>
    public (string? TaskKey, string? TaskType, string? ProjectRoot) Resumed(ParseResult parsed) => (parsed.GetValue(_taskKey), parsed.GetValue(_taskType), parsed.GetValue(_projectRoot) ?? parsed.GetValue(_workspaceRoot));

    public PrepareRequest Read(ParseResult parsed, CliContext context) => new()
    {
        TaskType = parsed.GetValue(_taskType),
        BriefPath = parsed.GetValue(_brief),
        ProjectRoot = parsed.GetValue(_projectRoot) ?? parsed.GetValue(_workspaceRoot),
        ProjectId = parsed.GetValue(_projectId),
        TaskKey = parsed.GetValue(_taskKey),
        TaskGroup = parsed.GetValue(_taskGroup),
        TaskId = parsed.GetValue(_taskId),
        Directive = parsed.GetValue(_directive),
        Workers = WorkerChoice.Absolute(parsed.GetValue(_workers), context.Host.CurrentDirectory),
        Models = _models.Where(pair => parsed.GetValue(pair.Value) is not null).ToDictionary(pair => pair.Key, pair => parsed.GetValue(pair.Value)!, StringComparer.Ordinal),
        WorkCategory = parsed.GetValue(_workCategory),
        BaseRef = parsed.GetValue(_baseRef),
        RelatedTasks = parsed.GetValue(_relatedTasks),
        ClarificationResponse = parsed.GetValue(_clarification),
        ApprovedPlan = parsed.GetValue(_approvedPlan),
        Approve = parsed.GetValue(_approve),
        Executor = parsed.GetValue(_executor),
        Stage = parsed.GetValue(_stage),
        SourceReports = parsed.GetValue(_sourceReports) ?? [],
        VerificationScope = parsed.GetValue(_verificationScope),
        PrTemplatePath = parsed.GetValue(_prTemplate),
        QaWaivers = parsed.GetValue(_qaWaivers) ?? [],
        Language = Language(parsed.GetValue(_language)),
        ConvergenceEnabled = parsed.GetValue(_noConvergence) ? false : null,
        MaxRounds = parsed.GetValue(_maxRounds),
        VerificationMode = parsed.GetValue(_verificationMode),
        Policy = parsed.GetValue(_policy),
        Grouping = parsed.GetValue(_grouping),
    };

    public static ReportLanguage? Language(string? text) => text is null
        ? null
        : ReportLanguages.TryParse(text, out var language, out var problem) ? language : throw new Core.Problems.UserErrorException(problem);

    private static Option<string?> Text(string name, string description, params string[] aliases)
    {
        var option = new Option<string?>(name, aliases) { Description = description };
        return option;
    }
}
