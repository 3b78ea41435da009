using System.Text.Json.Serialization;

namespace Okstra.Core.Convergence;

/// <summary>Who says which findings of round 0 make the same claim.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GroupingMode>))]
public enum GroupingMode
{
    /// <summary>okstra's own pure comparison; the default, and what documents of older runs mean.</summary>
    [JsonStringEnumMemberName("rules")]
    Rules,

    /// <summary>The lead's model is asked once; the rules take over when it fails.</summary>
    [JsonStringEnumMemberName("lead")]
    Lead,
}
