using System.CommandLine;
using Okstra.Cli.Running;
using Okstra.Engine.Preparation;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra resume</c>: goes on from the first document that is missing or stale; what is on disk is not done again.</summary>
internal static class ResumeCommand
{
    public static Command Create(CliContext context)
    {
        var run = new Argument<string?>("run") { Description = "A run directory, a report, or a task key; default: the newest run.", Arity = ArgumentArity.ZeroOrOne };
        var seq = Options.Seq();
        var projectRoot = Options.ProjectRoot();
        var terms = new RunTerms();
        var json = Options.Json();
        var command = new Command("resume", "Go on with an interrupted run.") { run, seq, projectRoot, json };
        terms.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = terms.Read(parsed, "okstra resume") with { Budgets = terms.Changes(parsed) };
            var services = Composition.Services(context);
            var scope = ProjectScope.Of(services, parsed.GetValue(projectRoot));
            var bundle = scope.UnfinishedPreparation(parsed.GetValue(run)) is { } inputs
                ? (await new RunPreparation(services).CompleteAsync(inputs, cancellationToken)).Bundle
                : scope.Bundle(parsed.GetValue(run), parsed.GetValue(seq));
            return await RunExecution.CarryOutAsync(services, bundle, options, context, parsed.GetValue(json), [], cancellationToken);
        });
        return command;
    }
}
