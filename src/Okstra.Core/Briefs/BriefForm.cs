using Okstra.Core.Tasks;

namespace Okstra.Core.Briefs;

/// <summary>One kind of input: its template and what it cannot do without.</summary>
public sealed record BriefForm
{
    /// <summary>What <c>--type</c> calls it: a task type, <c>quick</c> or <c>prd</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Document kind, as tags and template name have it.</summary>
    public required string Kind { get; init; }

    /// <summary>Shipped template.</summary>
    public required string Template { get; init; }

    /// <summary>Phase it starts by default.</summary>
    public required TaskType TaskType { get; init; }

    /// <summary>Headings that have to be there and filled; <c>Goal|Scope</c> is either.</summary>
    public required IReadOnlyList<string> Required { get; init; }

    /// <summary>Headings whose material is missed when they are empty.</summary>
    public IReadOnlyList<string> Expected { get; init; } = [];

    /// <summary>Headings below which reports are cited, with the phase the reports are of.</summary>
    public IReadOnlyDictionary<string, TaskType> Sources { get; init; } = new Dictionary<string, TaskType>(StringComparer.Ordinal);
}
