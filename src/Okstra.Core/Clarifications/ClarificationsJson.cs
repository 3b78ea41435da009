using System.Text.Json.Serialization;

namespace Okstra.Core.Clarifications;

/// <summary>JSON of this folder; the options come from State.</summary>
[JsonSerializable(typeof(ClarificationEvent))]
public sealed partial class ClarificationsJson : JsonSerializerContext;
