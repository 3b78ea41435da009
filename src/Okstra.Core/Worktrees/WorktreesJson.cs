using System.Text.Json.Serialization;

namespace Okstra.Core.Worktrees;

/// <summary>JSON of this folder; the options come from State.</summary>
[JsonSerializable(typeof(RegistryDocument))]
public sealed partial class WorktreesJson : JsonSerializerContext;
