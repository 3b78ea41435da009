using System.CommandLine;

namespace Okstra.Cli.Commands;

/// <summary>Options that several verbs share.</summary>
internal static class Options
{
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON object on standard output and nothing else." };

    public static Option<string?> ProjectRoot() => new("--project-root") { Description = "Folder of the project; default: the repository around the current folder." };

    public static Argument<string> Run() => new("run") { Description = "A run directory, a report, or a task key." };

    public static Option<string?> Seq() => new("--seq") { Description = "Number of the run of a task key; default: the newest." };

    public static Option<bool> Yes() => new("--yes") { Description = "Ask nothing." };
}
