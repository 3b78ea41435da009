using Okstra.Core.HandOff;

namespace Okstra.Cli.Output;

/// <summary><c>okstra handoff assemble</c> when stages do not merge: nothing was made (R-CLI-077).</summary>
/// <param name="Ok">Always false.</param>
/// <param name="Conflicts">By stage.</param>
internal sealed record HandOffConflicts(bool Ok, IReadOnlyList<StageConflict> Conflicts);
