using System.Text.Json;
using System.Text.Json.Serialization;

namespace Okstra.Core.Validation;

/// <summary>JSON of the validation document.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    WriteIndented = true,
    NumberHandling = JsonNumberHandling.Strict,
    PropertyNameCaseInsensitive = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ValidationDocument))]
public sealed partial class ValidationJson : JsonSerializerContext;
