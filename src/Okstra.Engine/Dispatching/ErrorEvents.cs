using Okstra.Core.Convergence;
using Okstra.Core.Runs;
using Okstra.Core.Workers;
using Okstra.Engine.Preparation;
using Okstra.State.Documents;

namespace Okstra.Engine.Dispatching;

/// <summary>The run's error log: one observed event for each violation or failure (R-WRK-58, R-CVG-22, R-OPN-29).</summary>
public static class ErrorEvents
{
    /// <summary>Agent of an event no worker caused (R-WRK-59).</summary>
    public const string Lead = "claude-lead";

    private const string Observed = "observed";
    private const string ContractViolation = "contract-violation";

    /// <summary>
    /// Appends what the log does not hold yet. Events follow from documents and carry their times, so a resumed run can say them all again: nothing that a killed
    /// engine left out is lost, and nothing it had written is written twice.
    /// </summary>
    public static void AppendMissing(RunServices services, RunBundle bundle, IReadOnlyList<ErrorEvent> observed)
    {
        if (observed.Count == 0)
        {
            return;
        }

        var log = new JsonLines<ErrorEvent>(bundle.Layout.ErrorLog, ErrorEventJson.Default.ErrorEvent, services.Writer);
        var held = log.Read().Values.CountBy(known => known).ToDictionary();
        foreach (var entry in observed)
        {
            if (held.GetValueOrDefault(entry) is var left and > 0)
            {
                held[entry] = left - 1;
            }
            else
            {
                log.Append(entry);
            }
        }
    }

    /// <summary>What a dispatch document records.</summary>
    public static IReadOnlyList<ErrorEvent> Of(RunBundle bundle, DispatchDocument dispatch) =>
        [.. dispatch.Errors.Select(error => new ErrorEvent(error.At, Observed, error.Category, dispatch.Worker, dispatch.TaskType, error.Message, error.Evidence ?? Place(bundle, dispatch)))];

    /// <summary>What no dispatch document records.</summary>
    public static ErrorEvent Of(RunBundle bundle, string agent, WorkerError error) => new(error.At, Observed, error.Category, agent, bundle.Manifest.TaskType, error.Message, error.Evidence);

    /// <summary>What re-verification found wrong with the answers of its dispatches; a broken contract that the dispatch itself recorded is one violation, not two.</summary>
    public static IReadOnlyList<ErrorEvent> Of(RunServices services, RunBundle bundle, IEnumerable<RoundViolation> violations, IReadOnlyList<DispatchDocument> made) =>
    [
        .. from violation in violations
           let dispatch = made.FirstOrDefault(document => document.Round == violation.Round && document.Batch == violation.Batch && document.Worker == violation.Worker)
           where dispatch is null || dispatch.Errors.All(error => error.Category != ContractViolation)
           select new ErrorEvent(
               dispatch?.EndedAt ?? services.Now(),
               Observed,
               ContractViolation,
               violation.Worker,
               bundle.Manifest.TaskType,
               violation.Message,
               dispatch is null ? null : Place(bundle, dispatch)),
    ];

    private static string Place(RunBundle bundle, DispatchDocument dispatch) =>
        bundle.Layout.Relative(bundle.Layout.DispatchDocument(dispatch.Worker, dispatch.Round, dispatch.Batch));
}
