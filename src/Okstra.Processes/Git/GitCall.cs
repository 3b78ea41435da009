namespace Okstra.Processes.Git;

/// <summary>One call of git that needs more than arguments.</summary>
public sealed record GitCall
{
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Text on standard input, UTF-8.</summary>
    public string? Input { get; init; }

    /// <summary>Bytes on standard input, such as a patch; takes the place of <see cref="Input"/>.</summary>
    public ReadOnlyMemory<byte>? InputBytes { get; init; }

    /// <summary>Index file to use instead of the worktree's own, absolute: what plumbing prepares never touches the user's index.</summary>
    public string? IndexFile { get; init; }

    /// <summary>Where objects are read and written, absolute, when it is not the folder of the repository named in the arguments.</summary>
    public string? ObjectFolder { get; init; }

    /// <summary>Takes standard output byte for byte, for content that need not be text.</summary>
    public Stream? Output { get; init; }

    /// <summary>Bytes of output after which git is ended.</summary>
    public long OutputLimit { get; init; } = GitCommand.UsualOutputLimit;
}
