using System.CommandLine;

namespace Okstra.Cli.Commands;

/// <summary>The verbs, and the older ways of writing them.</summary>
internal static class Verbs
{
    public static RootCommand Root(CliContext context)
    {
        var root = new RootCommand("Takes a software task from a brief towards a pull request, with several AI agents that check one another.")
        {
            SetupCommand.Create(context),
            BriefCommand.Create(context),
            RunCommand.Create(context),
            RenderBundleCommand.Create(context),
            ResumeCommand.Create(context),
            FinishCommand.Create(context),
            StatusCommand.Create(context),
            ShowCommand.Create(context),
            HistoryCommand.Create(context),
            TimeCommand.Create(context),
            UsageCommand.Create(context),
            ReportCommand.Create(context),
            ScheduleCommand.Create(context),
            ApproveCommand.Create(context),
            AnswerCommand.Create(context),
            ValidateRunCommand.Create(context),
            ConvergeCommand.Create(context),
            HandOffCommand.Create(context),
            SpawnFollowUpsCommand.Create(context),
            WorktreeCommand.Create(context),
            GitReconcileCommand.Create(context),
            DemoCommand.Create(context),
            SimulateCommand.Create(context),
        };
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
}
