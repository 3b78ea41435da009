using Okstra.Core.Problems;
using Okstra.Processes;
using Okstra.State.Layout;
using Okstra.State.Runs;

namespace Okstra.Engine.Clarifications;

/// <summary>Has the user answer the newest report in their editor (R-CLI-025, R-OPN-87).</summary>
public sealed class ClarificationEditing(RunServices services)
{
    private const string DefaultEditor = "vi";

    /// <summary>The newest run of a task that has a report.</summary>
    /// <param name="task">The task.</param>
    /// <param name="type">Narrows it down to one phase.</param>
    /// <exception cref="UserErrorException">It has none.</exception>
    public LocatedRun Newest(TaskLayout task, Core.Tasks.TaskType? type)
    {
        var locator = new RunLocator(services.Documents);
        return (type is { } phase ? task.RunManifests(phase) : task.RunManifests()).Reverse().Select(manifest => locator.Open(task, manifest)).FirstOrDefault(run => Path.Exists(run.Run.ReportMarkdown))
            ?? throw new UserErrorException("OKS0806", $"there is no report to answer in '{task.Root}'", "run a phase of this task first, or name another task");
    }

    /// <summary>Opens the answered copy and waits for the editor; answers the path of the copy.</summary>
    /// <exception cref="UserErrorException">The editor is not there, or ended with an error.</exception>
    public async Task<string> EditAsync(LocatedRun run, CancellationToken cancellationToken)
    {
        var desk = new ClarificationDesk(services, run);
        await desk.AnswerAsync([], alwaysCopy: true, cancellationToken);
        var words = Words(services.Host.Variables.GetValueOrDefault("EDITOR", ""));
        var exit = await TerminalProgram.RunAsync(new ProcessSpec
        {
            Executable = words.Count > 0 ? words[0] : DefaultEditor,
            Arguments = [.. words.Skip(1), desk.Copy],
            WorkingDirectory = services.Host.CurrentDirectory,
            Environment = services.Host.Variables,
        });
        cancellationToken.ThrowIfCancellationRequested();
        return exit == 0
            ? desk.Copy
            : throw new UserErrorException("OKS0807", $"the editor ended with code {exit}; nothing was run", $"what you wrote is in '{desk.Copy}'; start the same command again");
    }

    // code --wait; "/opt/my editor" -n
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var (index, part) in text.Split('"').Index())
        {
            words.AddRange(index % 2 == 1 ? [part] : part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        return words;
    }
}
