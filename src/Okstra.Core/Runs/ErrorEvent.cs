namespace Okstra.Core.Runs;

/// <summary>One line of a run's error log (R-OPN-29).</summary>
/// <param name="At">UTC, ISO-8601.</param>
/// <param name="Source"><c>observed</c> by the engine or imported from a <c>sidecar</c>.</param>
/// <param name="ErrorType"><c>tool-failure</c>, <c>cli-failure</c> or <c>contract-violation</c> (R-WRK-57).</param>
/// <param name="Agent">Who caused it.</param>
/// <param name="Phase">Task type.</param>
/// <param name="Message">What happened.</param>
/// <param name="Evidence">Where to look, relative to the run directory.</param>
public sealed record ErrorEvent(string At, string Source, string ErrorType, string Agent, string Phase, string Message, string? Evidence);
