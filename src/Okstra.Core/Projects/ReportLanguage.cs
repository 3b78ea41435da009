using System.Text.Json.Serialization;

namespace Okstra.Core.Projects;

/// <summary>Language of reports and questions; machine tokens are the same in both (R-CON-05).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportLanguage>))]
public enum ReportLanguage
{
    [JsonStringEnumMemberName("en")]
    English,
    [JsonStringEnumMemberName("ko")]
    Korean,
}
