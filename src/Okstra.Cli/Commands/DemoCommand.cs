using System.CommandLine;
using Okstra.Cli.Running;
using Okstra.Core.Problems;
using Okstra.Engine.Demo;
using Okstra.Engine.Pipeline;
using Okstra.Engine.Preparation;
using Okstra.Engine.Workers;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra demo</c>: a small real repository with a planted bug, analysed by the auditors through the same pipeline as any run; no key, no network, no agent CLI.</summary>
internal static class DemoCommand
{
    private const string Auditors = AvailableWorkers.AuditorGroup;

    public static Command Create(CliContext context)
    {
        var into = new Option<string?>("--into") { Description = "Folder to make the repository in; default: a new one below okstra's home." };
        var json = Options.Json();
        var command = new Command("demo", "Show a whole run on a small repository with a planted bug, offline.") { into, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var services = Composition.Services(context);
            var folder = Folder(parsed.GetValue(into), services.Home.Root, context);
            services.Writer.CreateFolder(Path.GetDirectoryName(folder)!);
            var demo = await DemoRepository.CreateAsync(folder, services.Git, cancellationToken);
            var brief = $"{demo.Folder}-bug.md";
            services.Writer.Write(brief, DemoContent.Brief);
            await context.Error.WriteLineAsync($"a repository with a planted bug: {demo.Folder}");
            await context.Error.WriteLineAsync($"its bug report:                  {brief}");
            var request = new PrepareRequest { TaskType = "error-analysis", BriefPath = brief, ProjectRoot = demo.Folder, Workers = Auditors };
            var prepared = await new RunPreparation(services).PrepareAsync(request, WorkerChoice.Available(services, Auditors), cancellationToken);
            var exit = await RunExecution.CarryOutAsync(services, prepared.Bundle, new RunOptions { Verb = "okstra demo" }, context, parsed.GetValue(json), prepared.Warnings, cancellationToken);
            if (exit == ExitCodes.Ok && !parsed.GetValue(json))
            {
                await context.Out.WriteLineAsync($"The bug was planted at {DemoContent.PlantedPath}:{DemoContent.PlantedLine}; compare it with the first finding.");
            }

            return exit;
        });
        return command;
    }

    private static string Folder(string? named, string home, CliContext context)
    {
        if (named is not null)
        {
            var folder = Path.GetFullPath(named, context.Host.CurrentDirectory);
            return Path.Exists(folder)
                ? throw new UserErrorException("OKS0530", $"'{folder}' exists already; the demo only makes a new folder", "name another one with --into")
                : folder;
        }

        var number = 1;
        while (Path.Exists(Path.Combine(home, "demo", $"{number:D3}")))
        {
            number++;
        }

        return Path.Combine(home, "demo", $"{number:D3}", "tillroll");
    }
}
