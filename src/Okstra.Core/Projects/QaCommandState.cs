using System.Text.Json.Serialization;

namespace Okstra.Core.Projects;

/// <summary>Whether a quality command may be run; only <c>okstra setup</c> confirms one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QaCommandState>))]
public enum QaCommandState
{
    [JsonStringEnumMemberName("proposed")]
    Proposed,
    [JsonStringEnumMemberName("confirmed")]
    Confirmed,
}
