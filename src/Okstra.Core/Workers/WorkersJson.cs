using System.Text.Json.Serialization;

namespace Okstra.Core.Workers;

/// <summary>JSON of this folder; the options come from State.</summary>
[JsonSerializable(typeof(DispatchDocument))]
[JsonSerializable(typeof(IReadOnlyList<WorkerError>))]
[JsonSerializable(typeof(IReadOnlyList<RosterEntry>))]
public sealed partial class WorkersJson : JsonSerializerContext;
