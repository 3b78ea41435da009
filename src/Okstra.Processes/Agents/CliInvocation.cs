using Okstra.Core.Workers;

namespace Okstra.Processes.Agents;

/// <summary>One headless, read-only call of an agent CLI.</summary>
public sealed record CliInvocation
{
    /// <summary>Absolute path of the program to start, as the vendor resolved it.</summary>
    public required string Executable { get; init; }

    /// <summary>The tree to read, absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>False outside a git repository.</summary>
    public required bool InsideGit { get; init; }

    /// <summary>Goes to standard input; self-contained, because claude and gemini refuse to read outside <see cref="WorkingDirectory"/>.</summary>
    public required string Prompt { get; init; }

    public required ModelAssignment Model { get; init; }

    /// <summary>A fresh UUID, used where the vendor lets the caller choose the session id.</summary>
    public required string SessionId { get; init; }

    /// <summary>Session to go on with instead of beginning <see cref="SessionId"/>; null for a new one.</summary>
    public string? ResumedSession { get; init; }

    /// <summary>JSON Schema of the answer, as text.</summary>
    public required string AnswerSchema { get; init; }

    /// <summary>
    /// Folder of this one attempt, absolute, outside the tree, existing and fresh (also for a repair round-trip, which needs a fresh
    /// <see cref="SessionId"/> too): <see cref="CliProcess.SupportFiles"/> are written there before the start, and gemini has its TMPDIR there.
    /// </summary>
    public required string SupportDirectory { get; init; }

    /// <summary>Environment already reduced to the common variables and the vendor's allow-list.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required TimeSpan TimeBudget { get; init; }
}
