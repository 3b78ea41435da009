using System.Text.Json.Serialization;

namespace Okstra.Core.Convergence;

/// <summary>How votes become classes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConvergencePolicy>))]
public enum ConvergencePolicy
{
    /// <summary>Every cluster must survive a refuter; only votes with evidence count.</summary>
    [JsonStringEnumMemberName("evidence")]
    Evidence,

    /// <summary>Raw votes are counted; evidence is shown but decides nothing (R-CVG-33…37).</summary>
    [JsonStringEnumMemberName("classic")]
    Classic,
}
