using Okstra.Core.Runs;
using Okstra.Core.Tasks;

namespace Okstra.State.Layout;

/// <summary>A run manifest as found on disk.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Type">Task type of the run.</param>
/// <param name="Seq">The run's seq.</param>
/// <param name="WrittenAt">UTC.</param>
public sealed record RunManifestFile(string Path, TaskType Type, RunSeq Seq, DateTime WrittenAt)
{
    /// <summary>Stage it belongs to; null when it is no stage run.</summary>
    public int? Stage { get; init; }
}
