using System.Text.Json.Serialization;

namespace Okstra.Core.Runs;

/// <summary>Status of a run (R-CON-51, R-OPN-25).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunStatus>))]
public enum RunStatus
{
    /// <summary>Registered, not started.</summary>
    [JsonStringEnumMemberName("prepared")]
    Prepared,
    [JsonStringEnumMemberName("running")]
    Running,
    [JsonStringEnumMemberName("completed")]
    Completed,
    [JsonStringEnumMemberName("blocked")]
    Blocked,
    [JsonStringEnumMemberName("contract-violated")]
    ContractViolated,
    [JsonStringEnumMemberName("aborted")]
    Aborted,

    /// <summary>Its budget allows no further dispatch; it can be resumed with a larger one.</summary>
    [JsonStringEnumMemberName("budget-exhausted")]
    BudgetExhausted,
}
