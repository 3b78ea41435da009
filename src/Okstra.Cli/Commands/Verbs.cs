using System.CommandLine;

namespace Okstra.Cli.Commands;

/// <summary>The verbs, and the older ways of writing them.</summary>
internal static class Verbs
{
    private static readonly Verb[] All =
    [
        new("setup", SetupCommand.Create),
        new("brief", BriefCommand.Create),
        new("run", RunCommand.Create),
        new("render-bundle", RenderBundleCommand.Create),
        new("resume", ResumeCommand.Create),
        new("finish", FinishCommand.Create),
        new("status", StatusCommand.Create),
        new("show", ShowCommand.Create),
        new("history", HistoryCommand.Create),
        new("time", TimeCommand.Create),
        new("usage", UsageCommand.Create),
        new("report", ReportCommand.Create),
        new("schedule", ScheduleCommand.Create),
        new("approve", ApproveCommand.Create),
        new("answer", AnswerCommand.Create),
        new("validate-run", ValidateRunCommand.Create),
        new("converge", ConvergeCommand.Create),
        new("token-usage", TokenUsageCommand.Create),
        new("handoff", HandOffCommand.Create),
        new("spawn-followups", SpawnFollowUpsCommand.Create),
        new("worktree", WorktreeCommand.Create),
        new("git-reconcile", GitReconcileCommand.Create),
        new("demo", DemoCommand.Create),
        new("simulate", SimulateCommand.Create),
    ];

    /// <summary>The root with the verb that is asked for, or with all of them: building all is most of what a short command would do.</summary>
    public static RootCommand Root(CliContext context, string asked)
    {
        var root = new RootCommand("Takes a software task from a brief towards a pull request, with several AI agents that check one another.");
        var one = Array.Find(All, verb => verb.Name == asked);
        foreach (var verb in one is null ? All : [one])
        {
            root.Add(verb.Create(context));
        }

        return root;
    }

    /// <summary>Nothing at all asks for help; a bare <c>okstra --task-key … --task-type …</c>, or with <c>--resume-clarification</c>, means <c>run</c> (R-OPN-33).</summary>
    public static string[] Normalise(IReadOnlyList<string> args)
    {
        if (args.Count == 0)
        {
            return ["--help"];
        }

        var launch = args.Any(arg => arg is "--task-type" or PrepareOptions.ResumeClarification || arg.StartsWith("--task-type=", StringComparison.Ordinal));
        return launch && args[0].StartsWith("--", StringComparison.Ordinal) ? ["run", .. args] : [.. args];
    }

    private sealed record Verb(string Name, Func<CliContext, Command> Create);
}
