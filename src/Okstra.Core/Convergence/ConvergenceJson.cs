using System.Text.Json.Serialization;

namespace Okstra.Core.Convergence;

/// <summary>JSON of this folder; the options come from State.</summary>
[JsonSerializable(typeof(ConvergenceDocument))]
[JsonSerializable(typeof(IReadOnlyList<ClusteredFinding>))]
public sealed partial class ConvergenceJson : JsonSerializerContext;
