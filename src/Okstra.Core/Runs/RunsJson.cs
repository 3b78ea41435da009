using System.Text.Json.Serialization;

namespace Okstra.Core.Runs;

/// <summary>JSON of this folder; the options come from State.</summary>
[JsonSerializable(typeof(JournalEvent))]
[JsonSerializable(typeof(LockHolder))]
[JsonSerializable(typeof(RecentRun))]
[JsonSerializable(typeof(RunPointer))]
public sealed partial class RunsJson : JsonSerializerContext;
