namespace Okstra.Core.Auditing;

/// <summary>A commit as the history lens reads it.</summary>
public sealed record CommitRecord
{
    /// <summary>Full id.</summary>
    public required string Sha { get; init; }

    /// <summary>Author date.</summary>
    public required DateTimeOffset At { get; init; }

    public required string Subject { get; init; }

    /// <summary>Rest of the message, at most 2000 characters.</summary>
    public required string Body { get; init; }

    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>0 = newest of those read.</summary>
    public required int Age { get; init; }

    public bool IsRepair => Array.Exists(["fix", "bug", "regress", "crash", "revert", "broken", "incorrect", "wrong"], word => Subject.Contains(word, StringComparison.OrdinalIgnoreCase));
}
