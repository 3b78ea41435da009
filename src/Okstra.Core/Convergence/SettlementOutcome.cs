using System.Text.Json.Serialization;

namespace Okstra.Core.Convergence;

/// <summary>What running a cited command showed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SettlementOutcome>))]
public enum SettlementOutcome
{
    /// <summary>It ended by itself as cited.</summary>
    [JsonStringEnumMemberName("REPRODUCED")]
    Reproduced,

    /// <summary>It ended by itself with another exit code.</summary>
    [JsonStringEnumMemberName("NOT_REPRODUCED")]
    NotReproduced,

    /// <summary>It could not be started, was ended, or behaved in a way that says nothing.</summary>
    [JsonStringEnumMemberName("UNDECIDABLE")]
    Undecidable,
}
