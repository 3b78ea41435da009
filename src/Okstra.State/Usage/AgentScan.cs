using Okstra.Core.Usage.Logs;

namespace Okstra.State.Usage;

/// <summary>One agent's logs while they are read.</summary>
internal sealed class AgentScan
{
    private readonly LogAgent _agent;
    private readonly List<ScanNote> _notes;
    private readonly List<LogWork> _work;

    public AgentScan(LogAgent agent, IReadOnlyList<string> roots)
    {
        var folders = new LogFolders(agent);
        _agent = agent;
        _work = [.. folders.Find(roots).Select(found => new LogWork(agent, found))];
        _notes = [.. folders.Notes];
    }

    public IReadOnlyList<LogWork> Work => _work;

    public AgentUsage Total()
    {
        var usage = _agent.Total([.. _work.Select(work => work.Digest)]);
        return usage with { Notes = [.. _notes, .. _work.Select(work => work.Problem).OfType<ScanNote>(), .. usage.Notes] };
    }
}
