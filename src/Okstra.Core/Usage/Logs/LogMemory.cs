namespace Okstra.Core.Usage.Logs;

/// <summary>What a collector must remember of a file's earlier lines to understand the next one.</summary>
public sealed record LogMemory
{
    /// <summary>Whole lines that were looked at.</summary>
    public int Lines { get; init; }

    /// <summary>Whole lines that name tokens and are no JSON.</summary>
    public int Malformed { get; init; }

    /// <summary>Lines too long to be held in memory that name tokens.</summary>
    public int TooLong { get; init; }

    /// <summary>A time; the collector knows of what.</summary>
    public long Time { get; init; } = long.MinValue;

    /// <summary>Time of the last whole line.</summary>
    public long LastLine { get; init; } = long.MinValue;

    /// <summary>Number of a text, or -1; the collector knows of what.</summary>
    public int Text { get; init; } = -1;

    /// <summary>A yes or no; the collector knows of what.</summary>
    public bool Flag { get; init; }

    /// <summary>What was remembered before a last line without its end.</summary>
    public LogMemory? Beneath { get; init; }
}
