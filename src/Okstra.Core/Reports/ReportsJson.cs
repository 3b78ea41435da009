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
[JsonSerializable(typeof(IReadOnlyList<Convergence.RoundRecord>))]
[JsonSerializable(typeof(IReadOnlyList<TokenUsageRow>))]
public sealed partial class ReportsJson : JsonSerializerContext;
