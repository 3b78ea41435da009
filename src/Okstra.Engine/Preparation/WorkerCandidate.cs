using Okstra.Core.Workers;

namespace Okstra.Engine.Preparation;

/// <summary>A worker that could be in a roster on this machine.</summary>
/// <param name="Entry">Its place in the roster, with its default model.</param>
/// <param name="Missing">Null when it can run here, otherwise the reason of its <c>not-run</c>.</param>
/// <param name="Group">A name that stands for several candidates: <c>auditor</c>, <c>scripted:&lt;file&gt;</c>.</param>
public sealed record WorkerCandidate(RosterEntry Entry, string? Missing = null, string? Group = null);
