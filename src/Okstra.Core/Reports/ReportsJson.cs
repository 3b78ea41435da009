using System.Text.Json;
using System.Text.Json.Serialization;

namespace Okstra.Core.Reports;

/// <summary>JSON of the report documents.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    WriteIndented = true,
    NumberHandling = JsonNumberHandling.Strict,
    PropertyNameCaseInsensitive = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ReportDocument))]
public sealed partial class ReportsJson : JsonSerializerContext;
