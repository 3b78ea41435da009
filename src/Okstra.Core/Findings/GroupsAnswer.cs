namespace Okstra.Core.Findings;

/// <summary>The wire contract of the grouping dispatch (schema <c>groups.v1.json</c>).</summary>
public sealed record GroupsAnswer
{
    /// <summary>Ids of findings that make the same claim; every id at most once, groups of one left out.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Groups { get; init; }
}
