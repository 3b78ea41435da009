using Okstra.Core.Projects;

namespace Okstra.Engine.Auditing;

/// <summary>What became of one confirmed command.</summary>
/// <param name="Command">As confirmed.</param>
/// <param name="Recorded">Null when it could not be started or no time was left.</param>
/// <param name="NoTime">The shared budget was used up before its turn.</param>
internal sealed record CheckResult(QaCommand Command, RecordedCommand? Recorded, bool NoTime)
{
    /// <summary>126 and 127 are what a shell answers for a program it cannot run.</summary>
    public bool Ran => NoTime || Recorded is { ExitCode: not (126 or 127) };

    public bool Failed => Recorded is { Ending: "exited", ExitCode: not (0 or 126 or 127) };

    public string Sentence => Recorded switch
    {
        null when NoTime => $"`{Command.Command}` was not reached within the time budget.",
        null or { ExitCode: 126 or 127 } => $"`{Command.Command}` could not be run here.",
        { Ending: "exited", ExitCode: 0 } => $"`{Command.Command}` passes.",
        { Ending: "exited" } recorded => $"`{Command.Command}` fails with exit code {recorded.ExitCode}.",
        { } recorded => $"`{Command.Command}` was ended ({recorded.Ending}).",
    };
}
