namespace Okstra.Engine.Briefs;

/// <summary>A brief to be checked; paths may be relative to the current folder.</summary>
public sealed record BriefCheckRequest
{
    public required string Path { get; init; }

    /// <summary>Name of a form; null takes what the brief says of itself.</summary>
    public string? Type { get; init; }

    /// <summary>Task it is for; null takes what the brief says.</summary>
    public string? TaskKey { get; init; }

    public string? ProjectRoot { get; init; }
}
