using System.Text;
using Okstra.Core.Usage.Logs;
using Okstra.Core.Usage.Logs.Reading;
using Okstra.State.Layout;
using Okstra.State.Writing;

namespace Okstra.State.Usage;

/// <summary>One agent's logs while they are read.</summary>
internal sealed class AgentScan
{
    /// <summary>Within this time of its last change a file may change again without looking any different.</summary>
    private static readonly TimeSpan ClockStep = TimeSpan.FromMilliseconds(20);

    private readonly LogAgent _agent;
    private readonly LogFolders _folders;
    private readonly IReadOnlyList<FoundLog> _found;
    private readonly KeptTotals _keptTotals;
    private readonly KeptLogs _keptLogs;
    private readonly LogKey _key;
    private readonly AgentUsage? _known;

    public AgentScan(LogAgent agent, IReadOnlyList<string> roots, HomeLayout home, StateWriter writer)
    {
        var name = $"{agent.Id}-{LogKey.Of(Encoding.UTF8.GetBytes(string.Join('\n', roots))).High:x16}";
        _agent = agent;
        _folders = new LogFolders(agent);
        _keptTotals = new KeptTotals(new CacheFile(Path.Combine(home.Usage, $"{name}.totals"), writer), agent);
        _keptLogs = new KeptLogs(new CacheFile(Path.Combine(home.Usage, $"{name}.logs"), writer));
        _found = _folders.Find(roots);
        _key = KeptTotals.KeyOf(_found);
        _known = _keptTotals.Read(_key);
        Work = _known is null ? Begin() : [];
    }

    /// <summary>Empty when no log changed.</summary>
    public IReadOnlyList<LogWork> Work { get; }

    /// <summary>Counts everything, when all work is done, and keeps it.</summary>
    public AgentUsage Finish(DateTimeOffset started, DateTimeOffset ended)
    {
        var usage = _known ?? Count(started, ended);
        return usage with { Notes = [.. _folders.Notes, .. usage.Notes] };
    }

    private LogWork[] Begin()
    {
        var kept = _keptLogs.Read();
        return [.. _found.Select(log => new LogWork(_agent, log, kept.GetValueOrDefault(log.Path)))];
    }

    private AgentUsage Count(DateTimeOffset started, DateTimeOffset ended)
    {
        var usage = _agent.Total([.. Work.Select(work => work.Digest)]);
        var certain = Work.Where(work => work.Problem is null && !IsFresh(work.Stamp, started, ended)).ToList();
        if (Work.Any(work => !work.IsDone))
        {
            _keptLogs.Write([.. certain.Select(work => work.Kept)]);
        }

        usage = usage with { Notes = [.. Work.Select(work => work.Problem).OfType<ScanNote>(), .. usage.Notes] };
        if (certain.Count == Work.Count && Work.Count > 0)
        {
            _keptTotals.Write(_key, usage);
        }

        return usage;
    }

    private static bool IsFresh(FileStamp stamp, DateTimeOffset started, DateTimeOffset ended)
    {
        var modified = DateTimeOffset.UnixEpoch.AddTicks(stamp.Modified / 100);
        return modified > started - ClockStep && modified < ended + ClockStep;
    }
}
