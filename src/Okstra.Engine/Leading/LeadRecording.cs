using System.Globalization;
using System.Text.Json;
using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Text;
using Okstra.Core.Workers;
using Okstra.Engine.Dispatching;
using Okstra.Engine.Preparation;
using Okstra.Engine.Spending;
using Okstra.State.Documents;
using Okstra.State.Runs;

namespace Okstra.Engine.Leading;

/// <summary>Records one answer of a lead as the native lead records its own: same contract, same documents, same log of errors.</summary>
internal sealed class LeadRecording(RunServices services, RunBundle bundle, Journal journal)
{
    private readonly DispatchRecords _records = new(services, bundle);
    private readonly HandOuts _handOuts = new(services, bundle, journal);

    /// <exception cref="UserErrorException">Malformed, not open now, or recorded differently before.</exception>
    public LeadRecord Record(LeadStanding standing, LeadAnswer answer)
    {
        if (standing.Open.FirstOrDefault(order => Is(order, answer)) is { } order)
        {
            return Add(standing, order, answer);
        }

        return standing.Recorded.FirstOrDefault(recorded => Is(recorded.Order, answer)) is { } recorded
            ? Repeat(standing, recorded, answer)
            : throw NotAsked(standing, answer);
    }

    /// <summary>Who is open, for messages: <c>round 1: ada, bob (batch 2)</c>.</summary>
    public static string Named(LeadStanding standing) => standing.Open.Count == 0
        ? "nothing"
        : string.Create(CultureInfo.InvariantCulture, $"round {standing.Round}: {string.Join(", ", standing.Open.Select(order => order.Batch == 1 ? order.Entry.Worker : $"{order.Entry.Worker} (batch {order.Batch})"))}");

    private LeadRecord Add(LeadStanding standing, DispatchOrder order, LeadAnswer answer)
    {
        if (HandOuts.IsBuiltIn(order))
        {
            throw new UserErrorException("OKS0543", $"'{order.Entry.Worker}' is built in and answers by itself", $"okstra converge plan {bundle.Key} carries it out");
        }

        if (!_handOuts.IsOnDisk(order))
        {
            throw new UserErrorException("OKS0544", $"{LeadAnswers.Named(order)} was not handed out yet, so nobody can have answered it", $"okstra converge plan {bundle.Key} writes its prompt");
        }

        var result = LeadAnswers.Read(order, answer);
        var started = HandOuts.StartOf(order, journal.Read().InFlight());
        if (answer.Text is { } text)
        {
            services.Writer.Write(_records.LogPath(order), text);
        }

        var dispatchId = started?.DispatchId ?? services.Ids.NewUuid();
        if (answer.Usage is not null)
        {
            new RunCharges(services, bundle).Charge(order, order.Entry, dispatchId, result.Outcome);
        }

        var document = _records.Document(order, ContentHash.OfText(order.Prompt), started?.At ?? services.Now(), result, TreeVerdict.NoTree);
        _records.Write(order, document);
        journal.Append(new JournalEvent.DispatchFinished(dispatchId, document.Status.Token(), bundle.Layout.Relative(PathOf(order))) { At = services.Now() });
        return new LeadRecord(document, PathOf(order), AlreadyRecorded: false, standing.Open.Count - 1);
    }

    private LeadRecord Repeat(LeadStanding standing, RecordedDispatch recorded, LeadAnswer answer)
    {
        var known = recorded.Document;
        var again = _records.Document(recorded.Order, known.PromptSha256, known.StartedAt, LeadAnswers.Read(recorded.Order, answer), TreeVerdict.NoTree);
        if (Content(again) != Content(known))
        {
            throw new UserErrorException("OKS0542", $"'{PathOf(recorded.Order)}' already holds another answer of {LeadAnswers.Named(recorded.Order)}", "a recorded dispatch is never replaced: later rounds may stand on it; start a new run instead");
        }

        return new LeadRecord(known, PathOf(recorded.Order), AlreadyRecorded: true, standing.Open.Count);
    }

    private UserErrorException NotAsked(LeadStanding standing, LeadAnswer answer)
    {
        var analysts = bundle.Manifest.Roster.Where(entry => entry.IsAnalyst).Select(entry => entry.Worker).ToList();
        var worker = SafeText.OneLine(answer.Worker, 80);
        return analysts.Contains(answer.Worker, StringComparer.Ordinal)
            ? new UserErrorException("OKS0541", string.Create(CultureInfo.InvariantCulture, $"nothing is asked of '{worker}' in round {answer.Round}, batch {answer.Batch}; open now: {Named(standing)}"), $"okstra converge plan {bundle.Key} shows what is to be done next")
            : new UserErrorException("OKS0540", $"'{worker}' is no analyst of this run; valid: {string.Join(", ", analysts)}", $"open now: {Named(standing)}");
    }

    private string PathOf(DispatchOrder order) => bundle.Layout.DispatchDocument(order.Entry.Worker, order.Round, order.Batch);

    private static bool Is(DispatchOrder order, LeadAnswer answer) =>
        order.Round == answer.Round && order.Batch == answer.Batch && string.Equals(order.Entry.Worker, answer.Worker, StringComparison.Ordinal);

    /// <summary>What the worker said or why it did not; when and at which cost does not make it another answer.</summary>
    private static string Content(DispatchDocument document) => JsonSerializer.Serialize(
        document with { StartedAt = "", EndedAt = "", SessionId = null, Usage = null, LogPath = null, Repaired = false, TreeUnchanged = null, Errors = [] },
        StateJson.ForDocument(WorkersJson.Default.DispatchDocument));
}
