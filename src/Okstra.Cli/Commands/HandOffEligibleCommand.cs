using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Engine.HandOff;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra handoff eligible</c> (R-CLI-073).</summary>
internal static class HandOffEligibleCommand
{
    public static Command Create(CliContext context)
    {
        var root = HandOffCommand.PlanRunRoot();
        var plan = HandOffCommand.ApprovedPlan();
        var json = Options.Json();
        var command = new Command("eligible", "Say of every stage whether it may be handed off, and why not.") { root, plan, json };
        command.SetAction((parsed, _) =>
        {
            var writer = HandOffCommand.Writer(context, parsed, json);
            return writer.AnswerAsync(() =>
            {
                var stages = new EligibleStages(Composition.Services(context)).Judge(parsed.GetValue(root)!, parsed.GetValue(plan)!);
                writer.Write(new EligibleAnswer(true, stages, [.. stages.Where(stage => stage.Eligible).Select(stage => stage.Stage)]), CliJson.Default.EligibleAnswer);
                return Task.FromResult(ExitCodes.Ok);
            });
        });
        return command;
    }
}
