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

    public static void Append(RunServices services, RunBundle bundle, string worker, WorkerError error) =>
        new JsonLines<ErrorEvent>(bundle.Layout.ErrorLog, ErrorEventJson.Default.ErrorEvent, services.Writer)
            .Append(new ErrorEvent(error.At, "observed", error.Category, worker, bundle.Manifest.TaskType, error.Message, error.Evidence));
}
