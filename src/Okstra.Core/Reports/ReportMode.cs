using System.Text.Json.Serialization;

namespace Okstra.Core.Reports;

/// <summary>Who did the analysis.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportMode>))]
public enum ReportMode
{
    /// <summary>Only built-in auditors: no model was asked, the same input gives the same report.</summary>
    [JsonStringEnumMemberName("deterministic")]
    Deterministic,
    [JsonStringEnumMemberName("agents")]
    Agents,
}
