using System.Text.Json.Serialization;
using Okstra.Engine.Auditing;

namespace Okstra.Engine.Workers;

/// <summary>JSON of the recorded commands; the options come from State.</summary>
[JsonSerializable(typeof(IReadOnlyList<RecordedCommand>))]
internal sealed partial class RecordedCommandsJson : JsonSerializerContext;
