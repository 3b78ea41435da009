using System.Text.Json;
using System.Text.Json.Serialization;

namespace Okstra.Core.Convergence;

/// <summary>JSON of the convergence documents.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ConvergenceDocument))]
[JsonSerializable(typeof(ConvergenceConfig))]
[JsonSerializable(typeof(IReadOnlyList<ClusteredFinding>))]
[JsonSerializable(typeof(IReadOnlyList<WorkerFindings>))]
[JsonSerializable(typeof(RoundResult))]
[JsonSerializable(typeof(Batch))]
public sealed partial class ConvergenceJson : JsonSerializerContext;
