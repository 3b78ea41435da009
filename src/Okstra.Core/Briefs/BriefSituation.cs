namespace Okstra.Core.Briefs;

/// <summary>What a brief is held against.</summary>
public sealed record BriefSituation
{
    public required BriefForm Form { get; init; }

    /// <summary>The template of that form, unfilled.</summary>
    public required BriefPage Template { get; init; }

    /// <summary>Task it is for, if that is known.</summary>
    public Tasks.TaskKey? Task { get; init; }

    /// <summary>The task was named by the caller, so the brief has to agree with it.</summary>
    public bool TaskIsGiven { get; init; }

    /// <summary>Id of the registered project, for short task keys.</summary>
    public string? ProjectId { get; init; }

    public IReadOnlyList<ResolvedReference> References { get; init; } = [];
}
