using Okstra.Core.Tasks;

namespace Okstra.Cli.Output;

/// <summary><c>okstra show --json</c>: a task and its runs, oldest first.</summary>
/// <param name="Task">Where it stands.</param>
/// <param name="TaskRoot">Absolute.</param>
/// <param name="Phases">Task-type to <c>pending</c>, <c>in-progress</c>, <c>completed</c>, <c>blocked</c> or <c>skipped</c>, in canonical order.</param>
/// <param name="Checkpoint">Last point from which it can safely go on; null before the first.</param>
/// <param name="Runs">Its runs.</param>
internal sealed record TaskAnswer(TaskLine Task, string TaskRoot, IReadOnlyDictionary<string, string> Phases, Checkpoint? Checkpoint, IReadOnlyList<RunLine> Runs);
