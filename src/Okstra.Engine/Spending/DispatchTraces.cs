using Okstra.Core.Runs;
using Okstra.Core.Usage;
using Okstra.Core.Usage.Ledger;
using Okstra.Engine.Preparation;
using Okstra.Engine.Workers;
using Okstra.Processes.Agents;
using Okstra.State.Files;
using Okstra.State.Usage;

namespace Okstra.Engine.Spending;

/// <summary>Reads what ended dispatches left behind: the output of their CLIs, and where that was cut off, the vendors' own logs of the sessions.</summary>
internal static class DispatchTraces
{
    private const long OutputLimit = 64L * 1024 * 1024;

    /// <summary>Null for a dispatch no vendor was asked for.</summary>
    public static DispatchTrace? Of(RunServices services, RunBundle bundle, JournalEvent.DispatchStarted dispatch)
    {
        var entry = bundle.Manifest.Roster.FirstOrDefault(entry => entry.Worker == dispatch.Worker) ?? LeadWorker.Of(bundle);
        if (CliVendors.Find(dispatch.Driver ?? entry?.Driver ?? "") is not { } vendor)
        {
            return null;
        }

        var calls = LogFile.Family(bundle.Layout.LiveLog(dispatch.Worker, dispatch.Round, dispatch.Batch)).Select(log => Read(vendor, log)).ToList();
        var models = new List<ModelUsage>();
        var logged = false;
        foreach (var session in calls.GroupBy(call => call.Session))
        {
            // The log covers the whole session, so it replaces what single calls of it reported.
            var log = session.All(call => call.Models.Count > 0) ? [] : OfSession(services, vendor.Facts.Id, session.Key);
            var reported = session.Select(call => call.Models).Where(call => call.Count > 0).ToList();
            logged |= log.Count > 0;
            models.AddRange(log.Count > 0 ? log : vendor.Facts.UsageSpansSession && reported is [.., var last] ? last : reported.SelectMany(call => call));
        }

        var asked = vendor.Facts.Id == entry?.Driver ? entry.Model : vendor.Facts.DefaultModel;
        var source = logged ? ChargeSource.Log : models.Count > 0 ? ChargeSource.Reported : ChargeSource.Unknown;
        return new DispatchTrace(vendor.Facts.Id, asked, calls.Select(call => call.Session).FirstOrDefault(id => id is not null), models, source);
    }

    /// <summary>What the vendor's own log says about a session and the sub-agents it started; empty without a log.</summary>
    public static IReadOnlyList<ModelUsage> OfSession(RunServices services, string driver, string? session)
    {
        if (session is null || UsageLogs.For(services.Host, services.Time).Read(CancellationToken.None).Agents.FirstOrDefault(agent => agent.Agent == driver) is not { } logs)
        {
            return [];
        }

        var family = logs.Sessions.Where(facts => facts.Parent == session).Select(facts => facts.Id).Append(session).ToHashSet(StringComparer.Ordinal);
        return [.. logs.Rows
            .Where(row => family.Contains(row.Session))
            .GroupBy(row => row.Model, StringComparer.Ordinal)
            .Select(rows => new ModelUsage(rows.Key, TokenUsages.Sum(rows.Select(row => row.Usage))!))];
    }

    private static (string? Session, IReadOnlyList<ModelUsage> Models) Read(ICliVendor vendor, string log)
    {
        var output = CliOutput.CutOff(LogFile.Read(log, OutputLimit));
        return (vendor.ReadAnswer(output).SessionId, vendor.ReadModels(output));
    }
}
