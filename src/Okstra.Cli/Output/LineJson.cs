using System.Text.Json;
using System.Text.Json.Serialization;

namespace Okstra.Cli.Output;

/// <summary>JSON of verbs that answer one line for each row.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Engine.FollowUps.SpawnedTask))]
internal sealed partial class LineJson : JsonSerializerContext;
