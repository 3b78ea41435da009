namespace Okstra.Cli.Output;

/// <summary><c>okstra show --json</c>: a task and its runs, oldest first.</summary>
internal sealed record TaskAnswer(TaskLine Task, string TaskRoot, IReadOnlyList<RunLine> Runs);
