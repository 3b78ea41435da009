using Okstra.Core.Runs;
using Okstra.Core.Tasks;

namespace Okstra.State.Runs;

/// <summary>What narrows a named task or run directory down to one run; nothing given means the newest.</summary>
/// <param name="Type">Task type.</param>
/// <param name="Seq">The run's own seq.</param>
public sealed record RunSelection(TaskType? Type, RunSeq? Seq)
{
    /// <summary>Stage of an implementation run.</summary>
    public int? Stage { get; init; }

    public static RunSelection Newest { get; } = new(null, null);
}
