using System.Text.Json.Serialization;

namespace Okstra.Core.Timing;

/// <summary>Whether a run's time goes on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunActivity>))]
public enum RunActivity
{
    /// <summary>Never taken up: it has taken no time.</summary>
    [JsonStringEnumMemberName("prepared")]
    Prepared,

    /// <summary>A process holds it, or a session leads it: it counts until now.</summary>
    [JsonStringEnumMemberName("in-progress")]
    InProgress,

    /// <summary>Its process ended without it: it counts until its last sign of life.</summary>
    [JsonStringEnumMemberName("interrupted")]
    Interrupted,

    [JsonStringEnumMemberName("over")]
    Over,
}

