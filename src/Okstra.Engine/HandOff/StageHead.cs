using Okstra.Core.Stages;

namespace Okstra.Engine.HandOff;

/// <summary>A stage and the commit of it that was accepted.</summary>
/// <param name="Planned">Number and title.</param>
/// <param name="Commit">Full id.</param>
internal sealed record StageHead(PlannedStage Planned, string Commit);
