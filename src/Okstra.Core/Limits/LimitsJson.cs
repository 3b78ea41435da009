using System.Text.Json.Serialization;

namespace Okstra.Core.Limits;

/// <summary>JSON of this folder; the options come from State.</summary>
[JsonSerializable(typeof(AccountLimit))]
[JsonSerializable(typeof(MachineSettings))]
public sealed partial class LimitsJson : JsonSerializerContext;
