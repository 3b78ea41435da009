using Okstra.Core.Usage;
using Okstra.Core.Workers;
using Okstra.Engine.Workers;

namespace Okstra.Engine.Limits;

/// <summary>How far one question has come: who is asked, in which session, and what was used and waited so far.</summary>
internal sealed class LimitedWay
{
    private readonly HashSet<string> _tried;
    private readonly string _first;
    private readonly List<ModelUsage> _used = [];
    private int _inSession;
    private bool _fromLog;
    private string? _reason;

    public LimitedWay(RosterEntry first)
    {
        (Route, _first) = (first, first.Driver);
        _tried = new HashSet<string>(StringComparer.Ordinal) { first.Driver };
    }

    public RosterEntry Route { get; private set; }

    /// <summary>Session to go on with; null to begin anew.</summary>
    public string? Session { get; private set; }

    public int Calls { get; private set; }

    public TimeSpan Waited { get; set; }

    public bool Tried(string driver) => _tried.Contains(driver);

    /// <summary>Adds what a call used; a resumed session may report its earlier calls again, and its log always holds them.</summary>
    public void Took(DriverOutcome outcome, bool spansSession)
    {
        Calls++;
        if (Session is not null && (spansSession || outcome.IsFromLog) && outcome.Models.Count > 0)
        {
            _used.RemoveRange(_used.Count - _inSession, _inSession);
            _inSession = 0;
        }

        _used.AddRange(outcome.Models);
        _inSession = (Session is null ? 0 : _inSession) + outcome.Models.Count;
        _fromLog |= outcome.IsFromLog;
    }

    public void Stopped(DriverOutcome.Failed failed) => Session = failed.HasProgress ? failed.SessionId : null;

    public void MoveTo(RosterEntry other, string reason)
    {
        _tried.Add(other.Driver);
        _used.Clear();
        (Route, Session, _reason, _inSession, _fromLog) = (other, null, reason, 0, false);
    }

    /// <summary>What the route has used so far, when it is left: for a pause, or for another vendor.</summary>
    public DriverOutcome Unfinished() => new DriverOutcome.Failed(WorkerStatus.Error, "cli-failure", "left at a limit") { Models = [.. _used], SessionId = Session, IsFromLog = _fromLog };

    public LimitedCall End(DriverOutcome outcome) => new(outcome with { Models = [.. _used], IsFromLog = _fromLog }, Route, Waited)
    {
        Rerouted = _reason is null ? null : new Rerouting(_first, _reason),
    };
}
