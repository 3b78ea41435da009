using System.Text.Json;
using System.Text.Json.Serialization;

namespace Okstra.Core.Runs;

/// <summary>JSON of the error log's lines.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ErrorEvent))]
public sealed partial class ErrorEventJson : JsonSerializerContext;
