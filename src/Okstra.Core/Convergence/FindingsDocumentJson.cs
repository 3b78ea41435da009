using System.Text.Json.Serialization;

namespace Okstra.Core.Convergence;

/// <summary>JSON of the findings document; the options come from State.</summary>
[JsonSerializable(typeof(FindingsDocument))]
public sealed partial class FindingsDocumentJson : JsonSerializerContext;
