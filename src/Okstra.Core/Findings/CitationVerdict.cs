using System.Text.Json.Serialization;

namespace Okstra.Core.Findings;

/// <summary>What the citation check found.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CitationVerdict>))]
public enum CitationVerdict
{
    [JsonStringEnumMemberName("holds")]
    Holds,
    [JsonStringEnumMemberName("moved")]
    Moved,
    [JsonStringEnumMemberName("fails")]
    Fails,
    [JsonStringEnumMemberName("unchecked")]
    Unchecked,
}
