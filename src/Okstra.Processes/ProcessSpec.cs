namespace Okstra.Processes;

/// <summary>One child process, described completely; never a shell, never one argument string.</summary>
public sealed record ProcessSpec
{
    /// <summary>Absolute path, or a name looked up on the PATH of <see cref="Environment"/>.</summary>
    public required string Executable { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The whole environment of the child; nothing is inherited.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Text that becomes standard input, UTF-8; null closes standard input at once.</summary>
    public string? StandardInput { get; init; }

    /// <summary>Bytes that become standard input as they are; takes the place of <see cref="StandardInput"/>.</summary>
    public ReadOnlyMemory<byte>? StandardInputBytes { get; init; }

    /// <summary>Takes standard output byte for byte; what stays in memory as text is then its last 64 KiB. Only for <see cref="IProcessRunner.RunAsync"/>.</summary>
    public Stream? OutputSink { get; init; }

    /// <summary>Wall-clock budget; null = none.</summary>
    public TimeSpan? TimeBudget { get; init; }

    /// <summary>How long a polite stop may take before everything is killed.</summary>
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Signal of the polite stop, a vendor fact: 2 (SIGINT) or 15 (SIGTERM).</summary>
    public int StopSignal { get; init; } = 15;

    /// <summary>Bytes of standard output after which the child is ended with <see cref="ProcessEnding.OutputLimit"/>.</summary>
    public long OutputLimit { get; init; } = 64L * 1024 * 1024;
}
