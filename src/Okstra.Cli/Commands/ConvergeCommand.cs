using System.CommandLine;
using Okstra.Engine.Preparation;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra converge …</c>: for leads that dispatch workers themselves, and for looking again at a finished convergence.</summary>
internal static class ConvergeCommand
{
    public static Command Create(CliContext context) => new("converge", "Lead a run yourself: what to ask whom, record answers, finish; replay a finished one under other rules.")
    {
        ConvergePlanCommand.Create(context),
        ConvergeRecordCommand.Create(context),
        ConvergeFinishCommand.Create(context),
        ConvergeReplayCommand.Create(context),
    };

    public static RunBundle Bundle(CliContext context, string? projectRoot, string run, string? seq) =>
        ProjectScope.Of(Composition.Services(context), projectRoot).Bundle(run, seq);
}
