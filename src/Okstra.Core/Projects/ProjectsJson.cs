using System.Text.Json;
using System.Text.Json.Serialization;

namespace Okstra.Core.Projects;

/// <summary>Serialisation of project documents.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ProjectDocument))]
public sealed partial class ProjectsJson : JsonSerializerContext;
