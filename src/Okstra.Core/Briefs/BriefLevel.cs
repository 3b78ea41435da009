using System.Text.Json.Serialization;

namespace Okstra.Core.Briefs;

/// <summary>How much an issue of a brief weighs.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BriefLevel>))]
public enum BriefLevel
{
    /// <summary>A run would go wrong with it, or it says what no brief may say.</summary>
    [JsonStringEnumMemberName("error")]
    Error,

    /// <summary>Worth a look.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,
}
