namespace Okstra.Engine.Custody;

/// <summary>One thing that is not as it should be.</summary>
/// <param name="What">What was found, and what was or would be done about it.</param>
/// <param name="CanRepair">Whether okstra can prove how it should be; otherwise it is only reported.</param>
public sealed record RepairFinding(string What, bool CanRepair);
