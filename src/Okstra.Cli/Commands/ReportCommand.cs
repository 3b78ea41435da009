using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Core.Problems;
using Okstra.Engine.Preparation;
using Okstra.Processes;
using Okstra.State.Files;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra report show|open|import &lt;run&gt;</c>.</summary>
internal static class ReportCommand
{
    private static readonly string[] Openers = ["xdg-open", "open", "wslview"];

    public static Command Create(CliContext context) => new("report", "Read a report, or take one that was written by hand into its data.") { Show(context), Open(context), ReportImportCommand.Create(context) };

    private static Command Show(CliContext context)
    {
        var run = Run();
        var seq = Options.Seq();
        var projectRoot = Options.ProjectRoot();
        var json = Options.Json();
        var command = new Command("show", "Print the report, or its data with --json.") { run, seq, projectRoot, json };
        command.SetAction(parsed =>
        {
            var bundle = Bundle(context, parsed.GetValue(projectRoot), parsed.GetValue(run), parsed.GetValue(seq));
            var path = parsed.GetValue(json) ? bundle.Layout.ReportDocument : bundle.Layout.ReportMarkdown;
            if (parsed.GetValue(json))
            {
                using var data = System.Text.Json.JsonDocument.Parse(TextFiles.Read(path));
                JsonAnswer.Write(context.Out, data.RootElement, CliJson.Default.JsonElement);
            }
            else
            {
                context.Out.Write(TextFiles.Read(path));
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Open(CliContext context)
    {
        var run = Run();
        var seq = Options.Seq();
        var projectRoot = Options.ProjectRoot();
        var print = new Option<bool>("--print") { Description = "Only print the path." };
        var command = new Command("open", "Open the report in the browser.") { run, seq, projectRoot, print };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var services = Composition.Services(context);
            var bundle = Bundle(context, parsed.GetValue(projectRoot), parsed.GetValue(run), parsed.GetValue(seq));
            await context.Out.WriteLineAsync(bundle.Layout.ReportHtml);
            var opener = Openers.Select(name => ExecutableFinder.Find(name, context.Host.Variables)).FirstOrDefault(found => found is not null);
            if (parsed.GetValue(print) || opener is null)
            {
                if (opener is null && !parsed.GetValue(print))
                {
                    await context.Error.WriteLineAsync("hint: no program here opens pages; open the path above in a browser");
                }

                return ExitCodes.Ok;
            }

            var spec = new ProcessSpec { Executable = opener, Arguments = [bundle.Layout.ReportHtml], WorkingDirectory = bundle.Layout.Root, Environment = context.Host.Variables };
            var exit = await services.Runner.RunAsync(spec, cancellationToken);
            return exit.ExitCode == 0
                ? ExitCodes.Ok
                : throw new UserErrorException("OKS0525", $"{Path.GetFileName(opener)} could not open the page (exit code {exit.ExitCode})", "open the printed path in a browser");
        });
        return command;
    }

    private static Argument<string?> Run() => new("run") { Description = "A run directory, a report, or a task key; default: the newest run.", Arity = ArgumentArity.ZeroOrOne };

    private static RunBundle Bundle(CliContext context, string? projectRoot, string? run, string? seq)
    {
        var bundle = ProjectScope.Of(Composition.Services(context), projectRoot).Bundle(run, seq);
        return Path.Exists(bundle.Layout.ReportHtml)
            ? bundle
            : throw new UserErrorException("OKS0524", $"run {bundle.Manifest.Seq} of {bundle.Key} has no report yet", $"okstra resume {bundle.Key} goes on with it");
    }
}
