namespace Okstra.Cli.Output;

/// <summary><c>okstra status --json</c>.</summary>
internal sealed record StatusAnswer(string ProjectId, IReadOnlyList<TaskLine> Tasks);
