using System.CommandLine;
using Okstra.Cli.Output;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra handoff …</c>: gather accepted stages for a pull request before the whole task is done (R-CLI-072).</summary>
internal static class HandOffCommand
{
    public static Command Create(CliContext context) => new("handoff", "Hand off accepted stages of a plan in a pull request of their own; the answer is always JSON.")
    {
        HandOffEligibleCommand.Create(context),
        HandOffAssembleCommand.Create(context),
        HandOffVerifiedCommand.Create(context),
        HandOffPullRequestCommand.Create(context),
    };

    public static Option<string> PlanRunRoot() => new("--plan-run-root") { Description = "Directory of the planning run: <task>/runs/implementation-planning.", Required = true };

    public static Option<string> ApprovedPlan() => new("--approved-plan") { Description = "The approved planning report.", Required = true };

    public static Option<string> Stages() => new("--stages") { Description = "Numbers joined by commas, such as 2,3.", Required = true };

    public static HandOffWriter Writer(CliContext context, ParseResult parsed, Option<bool> json) => new(context.Out, parsed.GetValue(json));
}
