using Okstra.Core.Runs;
using Okstra.Core.Tasks;

namespace Okstra.State.Tests.Layout;

/// <summary>Identifiers from literals.</summary>
internal static class Keys
{
    internal static TaskKey Parse(string text) => TaskKey.TryParse(text, null, out var key, out var problem) ? key : throw new ArgumentException(problem.Message, nameof(text));

    internal static RunSeq Seq(string text) => RunSeq.TryParse(text, out var seq) ? seq : throw new ArgumentException($"'{text}' is no counter", nameof(text));
}
