using Okstra.Core.Workers;

namespace Okstra.Engine.Leading;

/// <summary>What a record left behind.</summary>
/// <param name="Document">The dispatch.</param>
/// <param name="Path">Its document, absolute.</param>
/// <param name="AlreadyRecorded">The same was on disk, and nothing was written.</param>
/// <param name="OpenInRound">Dispatches of the open round that are still missing.</param>
public sealed record LeadRecord(DispatchDocument Document, string Path, bool AlreadyRecorded, int OpenInRound);
