using System.Text.Json.Serialization;

namespace Okstra.Core.Limits;

/// <summary>What a run does when a vendor's limit is reached.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LimitMode>))]
public enum LimitMode
{
    /// <summary>Wait until it is over and go on in the same session.</summary>
    [JsonStringEnumMemberName("wait")]
    Wait,

    /// <summary>Give the role to another vendor; the report says so.</summary>
    [JsonStringEnumMemberName("reroute")]
    Reroute,

    /// <summary>Go on without the worker.</summary>
    [JsonStringEnumMemberName("skip")]
    Skip,
}
