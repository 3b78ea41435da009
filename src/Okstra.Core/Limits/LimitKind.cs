using System.Text.Json.Serialization;

namespace Okstra.Core.Limits;

/// <summary>Why a vendor does not answer for now; none of these is the worker's fault.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LimitKind>))]
public enum LimitKind
{
    /// <summary>Too many requests or tokens in a short time.</summary>
    [JsonStringEnumMemberName("rate-limit")]
    RateLimit,

    /// <summary>The plan's or the day's allowance is used up.</summary>
    [JsonStringEnumMemberName("usage-limit")]
    UsageLimit,

    /// <summary>The vendor's servers are busy.</summary>
    [JsonStringEnumMemberName("overloaded")]
    Overloaded,

    /// <summary>Nothing is left to pay with; waiting does not help.</summary>
    [JsonStringEnumMemberName("no-credit")]
    NoCredit,
}
