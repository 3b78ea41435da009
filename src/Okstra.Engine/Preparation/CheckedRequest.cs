using Okstra.Core.Projects;
using Okstra.Core.Tasks;
using Okstra.State.Inputs;

namespace Okstra.Engine.Preparation;

/// <summary>A request whose every part was looked at; nothing is written yet.</summary>
internal sealed record CheckedRequest
{
    public required PrepareRequest Request { get; init; }

    public required TaskType Type { get; init; }

    public required TaskKey Key { get; init; }

    public required string ProjectRoot { get; init; }

    /// <summary>As stored, or as it will be stored.</summary>
    public required ProjectDocument Project { get; init; }

    public required InputText BriefFile { get; init; }

    public required Brief Brief { get; init; }

    public required InputText? Clarification { get; init; }

    public required SourceFacts Source { get; init; }

    public required ResolvedRoster Roster { get; init; }

    public required string Profile { get; init; }

    /// <summary>Provider of the executor; null outside implementation.</summary>
    public required string? Executor { get; init; }

    public required IReadOnlyList<Core.Phases.QaWaiver> QaWaivers { get; init; }

    public required string? WorkCategory { get; init; }

    /// <summary>Null keeps those of the task manifest.</summary>
    public required IReadOnlyList<string>? RelatedTasks { get; init; }
}
