using System.Text.Json.Serialization;

namespace Okstra.Core.Scheduling;

/// <summary>JSON of this folder; the options come from State.</summary>
[JsonSerializable(typeof(SchedulePlanDocument))]
public sealed partial class SchedulesJson : JsonSerializerContext;
