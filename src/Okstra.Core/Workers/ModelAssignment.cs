namespace Okstra.Core.Workers;

/// <summary>What the report shows and what the agent is launched with (R-WRK-06).</summary>
/// <param name="Display">Name for people.</param>
/// <param name="Execution">Value handed to the CLI; <c>auto</c> means the CLI's own choice.</param>
public sealed record ModelAssignment(string Display, string Execution);
