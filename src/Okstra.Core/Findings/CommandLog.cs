namespace Okstra.Core.Findings;

/// <summary>A command this run executed and recorded.</summary>
public sealed record CommandLog(int ExitCode, string Log);
