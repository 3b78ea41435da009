using System.Text.Json;
using System.Text.Json.Serialization;

namespace Okstra.Core.Tasks;

/// <summary>Serialisation of task documents.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TaskManifest))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, PhaseState>))]
public sealed partial class TasksJson : JsonSerializerContext;
