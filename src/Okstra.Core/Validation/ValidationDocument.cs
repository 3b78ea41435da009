namespace Okstra.Core.Validation;

/// <summary><c>state/validation-&lt;task-type&gt;-&lt;seq&gt;.json</c>: what was checked and what does not hold (R-REP-90).</summary>
public sealed record ValidationDocument
{
    public int SchemaVersion { get; init; } = 1;

    public required string TaskKey { get; init; }

    public required string TaskType { get; init; }

    public required string Seq { get; init; }

    /// <summary>No failure; warnings do not count.</summary>
    public required bool Ok { get; init; }

    public required IReadOnlyList<ValidationFailure> Failures { get; init; }

    public required IReadOnlyList<ValidationFailure> Warnings { get; init; }

    /// <summary>SHA-256 of each file that was read, by its relative path.</summary>
    public required IReadOnlyDictionary<string, string> Inputs { get; init; }
}
