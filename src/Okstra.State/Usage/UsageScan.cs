using Okstra.Core.Usage.Logs;

namespace Okstra.State.Usage;

/// <summary>What the session logs of this machine say.</summary>
/// <param name="Agents">One for each agent CLI, also for those without logs.</param>
public sealed record UsageScan(IReadOnlyList<AgentUsage> Agents);
