using System.Text.Json;
using System.Text.Json.Serialization;

namespace Okstra.Core.Runs;

/// <summary>Serialisation of run documents.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RunManifest))]
[JsonSerializable(typeof(RunInputs))]
[JsonSerializable(typeof(TeamState))]
[JsonSerializable(typeof(LatestTaskDocument))]
[JsonSerializable(typeof(DiscoveredTasksDocument))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>), TypeInfoPropertyName = "RunContext")]
public sealed partial class RunDocumentsJson : JsonSerializerContext;
