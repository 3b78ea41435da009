using Okstra.Core.HandOff;

namespace Okstra.Engine.HandOff;

/// <summary>What came of assembling; either a group or conflicts.</summary>
/// <param name="Group">Null when stages conflict.</param>
/// <param name="Conflicts">Empty when there is a group; otherwise nothing was made.</param>
public sealed record AssembleOutcome(AssembledGroup? Group, IReadOnlyList<StageConflict> Conflicts);
