using System.CommandLine;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra render-bundle</c>: the bundle for a chat session that takes over as lead; always render-only (R-CLI-037).</summary>
internal static class RenderBundleCommand
{
    public static Command Create(CliContext context)
    {
        var prepare = new PrepareOptions();
        var renderOnly = new Option<bool>("--render-only") { Hidden = true };
        var json = Options.Json();
        var command = new Command("render-bundle", "Prepare the bundle of a run and print the lead's prompt.") { json, renderOnly, Options.Yes() };
        prepare.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var services = Composition.Services(context);
            var prepared = await RunCommand.PrepareAsync(services, prepare.Read(parsed, context) with { RenderOnly = true }, context, cancellationToken);
            foreach (var warning in prepared.Warnings)
            {
                await context.Error.WriteLineAsync($"warning: {warning}");
            }

            RunCommand.PrintBundle(prepared.Bundle, context, parsed.GetValue(json));
            return ExitCodes.Ok;
        });
        return command;
    }
}
