using System.Text.Json.Serialization;

namespace Okstra.Core.Convergence;

/// <summary>Final class of a finding (R-CON-58), and <c>withdrawn</c> (design: convergence).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingClass>))]
public enum FindingClass
{
    [JsonStringEnumMemberName("full-consensus")]
    FullConsensus,
    [JsonStringEnumMemberName("partial-consensus")]
    PartialConsensus,
    [JsonStringEnumMemberName("worker-unique")]
    WorkerUnique,
    [JsonStringEnumMemberName("contested")]
    Contested,
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}
