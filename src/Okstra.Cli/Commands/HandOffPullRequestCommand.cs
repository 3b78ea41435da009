using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Core.Worktrees;
using Okstra.Engine.HandOff;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra handoff record-pr</c> (R-CLI-076).</summary>
internal static class HandOffPullRequestCommand
{
    public static Command Create(CliContext context)
    {
        var root = HandOffCommand.PlanRunRoot();
        var plan = new Option<string?>("--approved-plan") { Description = "The approved planning report; default: the newest approved one of that run." };
        var stages = HandOffCommand.Stages();
        var branch = new Option<string>("--branch") { Description = "Branch the pull request was opened from.", Required = true };
        var url = new Option<string>("--url") { Description = "Its address.", Required = true };
        var json = Options.Json();
        var command = new Command("record-pr", "Record the pull request stages went out in.") { root, plan, stages, branch, url, json };
        command.SetAction((parsed, cancellationToken) =>
        {
            var writer = HandOffCommand.Writer(context, parsed, json);
            return writer.AnswerAsync(async () =>
            {
                var record = await new PullRequestRecording(Composition.Services(context)).RecordAsync(
                    parsed.GetValue(root)!, parsed.GetValue(plan), StageGroups.Parse(parsed.GetValue(stages)!), parsed.GetValue(branch)!, parsed.GetValue(url)!, cancellationToken);
                writer.Write(new PullRequestAnswer(true, record.Stages, record.Branch, record.Url, record.AlreadyRecorded), CliJson.Default.PullRequestAnswer);
                return ExitCodes.Ok;
            });
        });
        return command;
    }
}
