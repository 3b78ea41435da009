using Okstra.Core.Workers;

namespace Okstra.Engine.Preparation;

/// <summary>Who takes part in a run.</summary>
/// <param name="Entries">In roster order, models assigned.</param>
/// <param name="Unavailable">Worker id to the reason of its <c>not-run</c>.</param>
/// <param name="Note">Why the default roster was replaced; null when it was not.</param>
public sealed record ResolvedRoster(IReadOnlyList<RosterEntry> Entries, IReadOnlyDictionary<string, string> Unavailable, string? Note);
