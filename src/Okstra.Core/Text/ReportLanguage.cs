using System.Text.Json.Serialization;

namespace Okstra.Core.Text;

/// <summary>Language of the fixed texts of a report; machine tokens stay as they are in both (design: report).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportLanguage>))]
public enum ReportLanguage
{
    [JsonStringEnumMemberName("ko")]
    Korean,
    [JsonStringEnumMemberName("en")]
    English,
}
