using System.Text.Json.Serialization;

namespace Okstra.Core.Tasks;

/// <summary>State of one lifecycle phase of a task (R-OPN-19).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PhaseState>))]
public enum PhaseState
{
    [JsonStringEnumMemberName("pending")]
    Pending,
    [JsonStringEnumMemberName("in-progress")]
    InProgress,
    [JsonStringEnumMemberName("completed")]
    Completed,
    [JsonStringEnumMemberName("blocked")]
    Blocked,
    [JsonStringEnumMemberName("skipped")]
    Skipped,
}
