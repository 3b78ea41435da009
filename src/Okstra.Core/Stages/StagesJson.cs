using System.Text.Json.Serialization;

namespace Okstra.Core.Stages;

/// <summary>JSON of this folder; the options come from State.</summary>
[JsonSerializable(typeof(ConsumerEvent))]
[JsonSerializable(typeof(StagePlanDocument))]
public sealed partial class StagesJson : JsonSerializerContext;
