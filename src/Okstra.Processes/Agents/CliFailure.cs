namespace Okstra.Processes.Agents;

/// <summary>Builds the answer of a CLI that did not finish a turn.</summary>
internal static class CliFailure
{
    public static CliAnswer Of(string? sessionId, string reason, string? detail = null) =>
        new(false, "", sessionId is null ? null : CliText.OneLine(sessionId, 100), CliText.OneLine(string.IsNullOrWhiteSpace(detail) ? reason : $"{reason}: {detail}"));

    /// <summary>No terminal event: it was killed, crashed, or refused its arguments before it started.</summary>
    public static CliAnswer WithoutEnding(string? sessionId, CliOutput output, string? lastError) =>
        Of(sessionId, $"ended without a result (exit {output.Exit.ExitCode})", lastError ?? CliText.LastLine(output.Exit.StandardError));

    public static CliAnswer Empty(string? sessionId) => Of(sessionId, "finished with an empty answer");

    /// <summary>The stream reports success and the process does not.</summary>
    public static CliAnswer ExitCode(string? sessionId, CliOutput output) =>
        Of(sessionId, $"reported a result, then exited with {output.Exit.ExitCode}", CliText.LastLine(output.Exit.StandardError));
}
