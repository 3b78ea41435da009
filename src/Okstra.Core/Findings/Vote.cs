using System.Text.Json.Serialization;

namespace Okstra.Core.Findings;

/// <summary>A vote as cast or as counted (design: convergence; R-CON-59).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Vote>))]
public enum Vote
{
    [JsonStringEnumMemberName("AGREE")]
    Agree,
    [JsonStringEnumMemberName("DISAGREE")]
    Disagree,
    [JsonStringEnumMemberName("UNVERIFIABLE")]
    Unverifiable,
    /// <summary>A supporter gives the claim up.</summary>
    [JsonStringEnumMemberName("WITHDRAW")]
    Withdraw,
    /// <summary>A supporter keeps the claim in the face of a veto.</summary>
    [JsonStringEnumMemberName("MAINTAIN")]
    Maintain,
    /// <summary>Only counted: a DISAGREE without evidence that holds; on neither side.</summary>
    [JsonStringEnumMemberName("CONCERN")]
    Concern,
    /// <summary>Only counted: the worker failed or did not answer for this finding (R-CVG-20).</summary>
    [JsonStringEnumMemberName("verification-error")]
    VerificationError,
}
