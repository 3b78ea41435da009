using Okstra.Core.Sources;
using Okstra.Core.Tasks;

namespace Okstra.Core.Convergence;

/// <summary>Round 0: equal findings of all workers become one (R-CVG-34).</summary>
public static class Clustering
{
    public static IReadOnlyList<ClusteredFinding> Cluster(IReadOnlyList<WorkerFindings> workers, TaskType taskType, IReadOnlyList<SourcePlace> frames) => [];
}
