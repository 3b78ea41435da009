using System.Text.Json;
using System.Text.Json.Serialization;

namespace Okstra.Cli.Output;

/// <summary>JSON that verbs read: a member they do not know is a mistake, not a wish for later.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNameCaseInsensitive = false, AllowDuplicateProperties = false, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RecordInput))]
[JsonSerializable(typeof(AnswerInput))]
internal sealed partial class InputJson : JsonSerializerContext;
