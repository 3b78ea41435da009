using System.Text.Json.Serialization;

namespace Okstra.Core.Text;

/// <summary>JSON of the text resources.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class TextsJson : JsonSerializerContext;
