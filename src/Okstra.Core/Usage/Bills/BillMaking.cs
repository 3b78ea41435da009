using Okstra.Core.Usage.Attribution;
using Okstra.Core.Usage.Prices;

namespace Okstra.Core.Usage.Bills;

/// <summary>Adds lines up. Pure.</summary>
public sealed class BillMaking
{
    private readonly IReadOnlyList<BillLine> _lines;
    private readonly PriceTable _prices;
    private readonly IReadOnlyDictionary<string, int> _accepted;
    private readonly IReadOnlyList<BillSession>? _sessions;
    private readonly Dictionary<(string, string), BillSession> _bySession;
    private readonly Dictionary<(string, string), int> _linesOf;

    /// <param name="lines">What was paid for.</param>
    /// <param name="prices">The one source of all money.</param>
    /// <param name="accepted">Accepted findings by <see cref="BillLine.Run"/>, of runs that converged.</param>
    /// <param name="logs">The session logs; null when they are not read.</param>
    public BillMaking(IReadOnlyList<BillLine> lines, PriceTable prices, IReadOnlyDictionary<string, int> accepted, SessionIndex? logs)
    {
        (_lines, _prices, _accepted) = (lines, prices, accepted);
        _sessions = logs is null ? null : [.. SingleSession(lines).GroupBy(Place).Where(group => !group.Any(line => line.IsFromLog)).OrderBy(group => group.Key).Select(group => Session(group.Key, group, logs))];
        _linesOf = SingleSession(lines).GroupBy(Place).ToDictionary(group => group.Key, group => group.Count());
        _bySession = (_sessions ?? []).Where(session => session is { Reported: not null, Logged: not null }).ToDictionary(session => (session.Driver, session.Session));
    }

    public Bill By(BillGrouping grouping) => new()
    {
        By = grouping.Name,
        Rows = [.. _lines.GroupBy(grouping.KeyOf, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Row(group.Key, [.. group], grouping.HoldsWholeRuns))],
        Sum = Row("sum", _lines, wholeRuns: true),
        PricesOf = _prices.Date,
        PriceSource = _prices.Source,
        UnpricedModels = [.. _lines.Where(IsUnpriced).Select(line => line.Model).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Sessions = _sessions,
    };

    private static IEnumerable<BillLine> SingleSession(IEnumerable<BillLine> lines) => lines.Where(line => line is { Sessions.Count: 1, Source: not "team-state" });

    private static (string Driver, string Session) Place(BillLine line) => (line.Driver, line.Sessions[0]);

    private static BillSession Session((string Driver, string Session) place, IEnumerable<BillLine> lines, SessionIndex logs)
    {
        var reported = TokenSum.Of(lines.Select(line => line.Usage));
        var logged = logs.AsReported(place.Driver, place.Session);
        return new BillSession
        {
            Driver = place.Driver,
            Session = place.Session,
            Reported = TokenSum.Total(reported),
            Logged = TokenSum.Total(logged),
            ReportedUsage = reported,
            LoggedUsage = logged,
        };
    }

    private bool IsUnpriced(BillLine line) => line.Usage is not null && Cost(line) is null;

    private decimal? Cost(BillLine line) => line.Usage is { } usage ? _prices.Cost(usage, line.Model) : null;

    private BillRow Row(string key, IReadOnlyList<BillLine> lines, bool wholeRuns)
    {
        var costs = lines.Select(Cost).OfType<decimal>().ToList();
        decimal? cost = costs.Count > 0 ? costs.Sum() : null;
        var unpriced = lines.Count(IsUnpriced);
        var dispatches = lines.Count(line => line.IsDispatch);
        var reported = lines.Count(line => line is { IsDispatch: true, Usage: not null });
        var converged = wholeRuns ? lines.Select(line => line.Run).Distinct(StringComparer.Ordinal).Where(_accepted.ContainsKey).ToList() : [];
        int? accepted = converged.Count > 0 ? converged.Sum(run => _accepted[run]) : null;
        var (billed, logged) = Reconciled(lines);
        return new BillRow
        {
            Key = key,
            Dispatches = dispatches,
            Reported = reported,
            Usage = TokenSum.Of(lines.Select(line => line.Usage)),
            CostUsd = cost,
            Unpriced = unpriced,
            AcceptedFindings = accepted,
            CostPerAcceptedUsd = accepted > 0 && unpriced == 0 && reported == dispatches && cost is { } known ? decimal.Round(known / accepted.Value, 6, MidpointRounding.AwayFromZero) : null,
            ReconciledReported = billed,
            ReconciledLogged = logged,
        };
    }

    // A session that is spread over groups cannot be compared in any of them; it stands in the list of sessions and in the sum.
    private (long? Reported, long? Logged) Reconciled(IReadOnlyList<BillLine> lines)
    {
        var whole = SingleSession(lines).GroupBy(Place).Where(group => _bySession.ContainsKey(group.Key) && group.Count() == _linesOf[group.Key]).Select(group => _bySession[group.Key]).ToList();
        return whole.Count == 0 ? (null, null) : (whole.Sum(session => session.Reported), whole.Sum(session => session.Logged));
    }
}
