using System.Text.Json.Serialization;

namespace Okstra.Core.Convergence;

/// <summary>JSON of the settlements; the options come from State.</summary>
[JsonSerializable(typeof(SettlementDocument))]
public sealed partial class SettlementJson : JsonSerializerContext;
