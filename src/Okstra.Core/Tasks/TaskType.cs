using System.Text.Json.Serialization;

namespace Okstra.Core.Tasks;

/// <summary>The six lifecycle values, in canonical order (R-CON-14, R-CON-23).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TaskType>))]
public enum TaskType
{
    [JsonStringEnumMemberName("requirements-discovery")]
    RequirementsDiscovery,
    [JsonStringEnumMemberName("error-analysis")]
    ErrorAnalysis,
    [JsonStringEnumMemberName("implementation-planning")]
    ImplementationPlanning,
    [JsonStringEnumMemberName("implementation")]
    Implementation,
    [JsonStringEnumMemberName("final-verification")]
    FinalVerification,
    [JsonStringEnumMemberName("release-handoff")]
    ReleaseHandoff,
}
