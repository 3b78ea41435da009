using Okstra.Core.Workers;

namespace Okstra.Core.Runs;

/// <summary>Model of the lead and of every worker of a run (R-WRK-05).</summary>
/// <param name="Lead">Used by a session lead, and by <c>--grouping lead</c>.</param>
/// <param name="Workers">By worker id.</param>
public sealed record RunModels(ModelAssignment Lead, IReadOnlyDictionary<string, ModelAssignment> Workers);
