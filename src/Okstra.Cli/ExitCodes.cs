namespace Okstra.Cli;

/// <summary>Exit codes of every command (design: commands, streams, exit codes).</summary>
internal static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>Refused, or something the user can fix.</summary>
    public const int Refused = 1;

    /// <summary>A decision or conflict is waiting.</summary>
    public const int Waiting = 2;

    /// <summary>Syntax error or missing required option.</summary>
    public const int Usage = 64;

    /// <summary>A bug; the log path is printed.</summary>
    public const int Bug = 70;

    public const int Cancelled = 130;
}
