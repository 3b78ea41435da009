namespace Okstra.Engine.Briefs;

/// <summary>A brief to be written; paths may be relative to the current folder.</summary>
public sealed record BriefNewRequest
{
    /// <summary>Name of its form.</summary>
    public required string Type { get; init; }

    /// <summary>Null: below the project's briefs, one folder for each task group.</summary>
    public string? Out { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<string> Tickets { get; init; } = [];

    public string? TaskKey { get; init; }

    public string? TaskGroup { get; init; }

    public string? TaskId { get; init; }

    public string? ProjectRoot { get; init; }

    /// <summary>Text by heading, as written by the user.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Answers { get; init; } = [];
}
