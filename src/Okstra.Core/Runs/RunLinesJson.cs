using System.Text.Json;
using System.Text.Json.Serialization;

namespace Okstra.Core.Runs;

/// <summary>Serialisation of what is written one object a line.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = false, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RecentRun))]
public sealed partial class RunLinesJson : JsonSerializerContext;
