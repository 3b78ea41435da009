using Okstra.Core.HandOff;

namespace Okstra.Engine.HandOff;

/// <summary>Stages merged onto a base, as objects nobody refers to yet.</summary>
/// <param name="Head">Full id of the last commit; the base when nothing had to be merged.</param>
/// <param name="Steps">Commits from the base to the head.</param>
/// <param name="Conflicts">Stages left out; when there are any, the head is of no use.</param>
internal sealed record MergedStages(string Head, IReadOnlyList<MergeStep> Steps, IReadOnlyList<StageConflict> Conflicts);
