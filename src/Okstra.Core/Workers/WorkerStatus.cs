using System.Text.Json.Serialization;

namespace Okstra.Core.Workers;

/// <summary>How a dispatch ended (R-CON-52).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WorkerStatus>))]
public enum WorkerStatus
{
    [JsonStringEnumMemberName("completed")]
    Completed,
    [JsonStringEnumMemberName("timeout")]
    Timeout,
    [JsonStringEnumMemberName("error")]
    Error,
    [JsonStringEnumMemberName("not-run")]
    NotRun,
}
