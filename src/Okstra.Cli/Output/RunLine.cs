namespace Okstra.Cli.Output;

/// <summary>One run of a task; paths are absolute, the report's is null while there is none.</summary>
internal sealed record RunLine(string TaskType, string Seq, string Status, string CreatedAt, string RunDir, string? Report, IReadOnlyDictionary<string, int>? Classifications, IReadOnlyDictionary<string, int>? Settlements, int? Stage);
