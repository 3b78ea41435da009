using System.Text.Json.Serialization;

namespace Okstra.Core.Tasks;

/// <summary>Where a task stands for its people (R-CON-54, R-OPN-18).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WorkStatus>))]
public enum WorkStatus
{
    [JsonStringEnumMemberName("todo")]
    Todo,
    [JsonStringEnumMemberName("in-progress")]
    InProgress,
    [JsonStringEnumMemberName("blocked")]
    Blocked,
    [JsonStringEnumMemberName("done")]
    Done,
}
