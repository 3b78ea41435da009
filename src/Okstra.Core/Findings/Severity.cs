using System.Text.Json.Serialization;

namespace Okstra.Core.Findings;

/// <summary>How much a finding matters, most severe first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
public enum Severity
{
    [JsonStringEnumMemberName("critical")]
    Critical,
    [JsonStringEnumMemberName("major")]
    Major,
    [JsonStringEnumMemberName("minor")]
    Minor,
    [JsonStringEnumMemberName("info")]
    Info,
}
