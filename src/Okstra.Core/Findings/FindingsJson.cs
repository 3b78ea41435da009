using System.Text.Json;
using System.Text.Json.Serialization;

namespace Okstra.Core.Findings;

/// <summary>JSON of answers, votes and evidence.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(WorkerAnswer))]
[JsonSerializable(typeof(ReverifyAnswer))]
[JsonSerializable(typeof(Finding))]
[JsonSerializable(typeof(Evidence))]
[JsonSerializable(typeof(IReadOnlyList<Evidence>))]
public sealed partial class FindingsJson : JsonSerializerContext;
