using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Core.Usage;
using Okstra.Core.Usage.Bills;
using Okstra.Core.Usage.Ledger;
using Okstra.Core.Workers;
using Okstra.State.Runs;

namespace Okstra.Engine.Bills;

/// <summary>What one run was charged: its ledger, its dispatch documents where the ledger has nothing of them, its team state where a session led.</summary>
internal sealed class ChargedRun(RunServices services)
{
    /// <summary>Vendor of workers that use no model.</summary>
    private const string BuiltIn = "okstra";

    /// <summary>Everything, in one list.</summary>
    public IReadOnlyList<BillLine> Of(LocatedRun run)
    {
        var dispatches = Dispatches(run);
        return [.. dispatches, .. Team(run, dispatches.Select(line => line.Worker).ToHashSet(StringComparer.Ordinal))];
    }

    /// <summary>What okstra dispatched, or had recorded.</summary>
    public IReadOnlyList<BillLine> Dispatches(LocatedRun run)
    {
        var ledger = new UsageLedgerFile(run.Run.UsageLedger, services.Writer).Read().Charges;
        var charged = ledger.Select(charge => (charge.Worker, charge.Round, charge.Batch)).ToHashSet();
        var documents = run.Run.DispatchDocuments().Select(path => services.Documents.Read(path, WorkersJson.Default.DispatchDocument))
            .Where(document => (document.Usage is not null || document.Vendor != BuiltIn) && !charged.Contains((document.Worker, document.Round, document.Batch)));
        return [.. ledger.Where(charge => charge.Source != ChargeSource.None).SelectMany(charge => Lines(run, charge)), .. documents.Select(document => Line(run, document))];
    }

    // A line for each model, so that sub-agents of a cheaper one are priced as such; the first stands for the dispatch.
    private static IEnumerable<BillLine> Lines(LocatedRun run, LedgerEntry.Charged charge)
    {
        var whole = charge.Usage == new TokenUsage() ? null : new ModelUsage(charge.Model, charge.Usage);
        List<ModelUsage?> models = charge.Models.Count > 0 ? [.. charge.Models] : [whole];
        return models.Select((model, index) => Blank(run, charge.Worker, charge.Driver, model?.Model ?? charge.Model, charge.At) with
        {
            IsDispatch = index == 0,
            IsFromLog = charge.Source == ChargeSource.Log,
            Round = charge.Round,
            Batch = charge.Batch,
            Sessions = charge.SessionId is null ? [] : [charge.SessionId],
            Usage = model?.Usage,
            Source = "ledger",
        });
    }

    private static BillLine Line(LocatedRun run, DispatchDocument document) => Blank(run, document.Worker, document.Driver, document.Model.Execution, document.EndedAt) with
    {
        Round = document.Round,
        Batch = document.Batch,
        Sessions = document.SessionId is null ? [] : [document.SessionId],
        Usage = document.Usage,
        Source = "document",
    };

    // Under a session lead nothing is dispatched by okstra; what its sessions used is in the team state once it was collected.
    private IEnumerable<BillLine> Team(LocatedRun run, IReadOnlySet<string> known)
    {
        if (services.Documents.TryRead(run.Run.TeamState, RunDocumentsJson.Default.TeamState) is not { Lead.Kind: "session" } team)
        {
            yield break;
        }

        var at = team.UsageSummary.CollectedAt ?? "";
        if (team.Lead.Usage is { } lead)
        {
            yield return Blank(run, "lead", "claude", team.Lead.Model ?? "unknown", at) with { Sessions = [team.Lead.SessionId], Usage = lead };
        }

        foreach (var worker in team.Workers.Where(worker => worker.Usage is not null && !known.Contains(worker.WorkerId)))
        {
            yield return Blank(run, worker.WorkerId, worker.Provider, worker.ModelExecutionValue, worker.EndedAt ?? at) with { Usage = worker.Usage };
        }
    }

    private static BillLine Blank(LocatedRun run, string worker, string driver, string model, string at) => new()
    {
        TaskKey = run.Key.ToString(),
        TaskType = run.Run.Type.Token(),
        Stage = run.Run.Stage,
        Seq = run.Run.Seq.ToString(),
        Worker = worker,
        Driver = driver,
        Model = model,
        At = at,
        Usage = null,
        Source = "team-state",
    };
}
