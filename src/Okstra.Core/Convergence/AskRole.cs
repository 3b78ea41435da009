using System.Text.Json.Serialization;

namespace Okstra.Core.Convergence;

/// <summary>What a worker is asked to do with a queued finding.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AskRole>))]
public enum AskRole
{
    /// <summary>Has not supported it yet, or supports it and is told to try to refute it.</summary>
    [JsonStringEnumMemberName("refute")]
    Refute,

    /// <summary>Dissented or raised a CONCERN last time.</summary>
    [JsonStringEnumMemberName("reconsider")]
    Reconsider,

    /// <summary>Supports it while a veto stands: WITHDRAW or MAINTAIN.</summary>
    [JsonStringEnumMemberName("respond-to-veto")]
    RespondToVeto,
}
