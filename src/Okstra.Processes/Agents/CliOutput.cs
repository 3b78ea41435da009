namespace Okstra.Processes.Agents;

/// <summary>Everything a finished CLI left behind; hostile text, bounded by the runner.</summary>
/// <param name="Exit">How it ended.</param>
/// <param name="StandardOutput">Complete standard output, bounded by the output limit.</param>
/// <param name="LastMessage">Content of the last-message file, when the vendor has one.</param>
public sealed record CliOutput(ProcessExit Exit, string StandardOutput, string? LastMessage)
{
    /// <summary>What a CLI had printed when it and its engine were killed.</summary>
    public static CliOutput CutOff(string standardOutput) => new(new ProcessExit(ProcessEnding.Cancelled, 137, "", "", TimeSpan.Zero), standardOutput, null);
}
