using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Engine.Auditing;
using Okstra.Engine.Dispatching;
using Okstra.Engine.Preparation;
using Okstra.State.Files;
using Okstra.State.Runs;

namespace Okstra.Engine.Leading;

/// <summary>Puts prompts where the lead finds them and notes in the journal which dispatches it was told to make.</summary>
internal sealed class HandOuts(RunServices services, RunBundle bundle, Journal journal)
{
    /// <summary>A built-in auditor needs nobody to dispatch it.</summary>
    public static bool IsBuiltIn(DispatchOrder order) => Auditors.All.Any(auditor => string.Equals(auditor.Worker, order.Entry.Driver, StringComparison.Ordinal));

    /// <exception cref="UserErrorException">A prompt file says something else than the run's documents give.</exception>
    public void Write(IEnumerable<DispatchOrder> orders)
    {
        var inFlight = journal.Read().InFlight();
        foreach (var order in orders)
        {
            if (!IsOnDisk(order))
            {
                services.Writer.Write(PromptPath(order), order.Prompt);
            }

            if (StartOf(order, inFlight) is null)
            {
                var id = services.Ids.NewUuid();
                journal.Append(new JournalEvent.DispatchStarted
                {
                    At = services.Now(),
                    DispatchId = id,
                    Worker = order.Entry.Worker,
                    Round = order.Round,
                    Batch = order.Batch,
                    Label = id,
                    HandedOut = true,
                    Pid = 0,
                    StartTime = 0,
                });
            }
        }
    }

    /// <summary>False when the prompt was never written.</summary>
    /// <exception cref="UserErrorException">The file was changed: a worker may have answered something else than what was asked.</exception>
    public bool IsOnDisk(DispatchOrder order)
    {
        var found = TextFiles.TryRead(PromptPath(order));
        return found is null || found == order.Prompt
            ? found is not null
            : throw new UserErrorException("OKS0545", $"the prompt '{PromptPath(order)}' is not the one that this run's documents give", "it was changed by hand, or an earlier document was; move the file away and plan again");
    }

    public string PromptPath(DispatchOrder order) => bundle.Layout.Prompt(order.Entry.Worker, order.Round, order.Batch);

    /// <summary>When it was handed out; null when it was not.</summary>
    public static JournalEvent.DispatchStarted? StartOf(DispatchOrder order, IReadOnlyList<JournalEvent.DispatchStarted> inFlight) => inFlight.LastOrDefault(started =>
        started.Round == order.Round && started.Batch == order.Batch && string.Equals(started.Worker, order.Entry.Worker, StringComparison.Ordinal));
}
