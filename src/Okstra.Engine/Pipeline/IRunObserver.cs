using Okstra.Core.Workers;
using Okstra.Engine.Spending;

namespace Okstra.Engine.Pipeline;

/// <summary>Watches a run; sees facts as they become true, decides nothing.</summary>
public interface IRunObserver
{
    /// <summary>A stage begins: <c>prepare</c>, <c>analyse</c>, <c>check evidence</c>, <c>round 1</c>, <c>settle</c>, <c>report</c>, <c>validate</c>.</summary>
    void StageStarted(string stage, int queue);

    void WorkerStarted(string worker, int round, int batch);

    /// <param name="document">Its dispatch document.</param>
    /// <param name="reused">It was on disk already and nothing ran.</param>
    void WorkerFinished(DispatchDocument document, bool reused);

    /// <summary>A worker waits for the end of a limit.</summary>
    /// <param name="worker">Its id.</param>
    /// <param name="driver">Whose limit it is.</param>
    /// <param name="until">When it is asked again, UTC.</param>
    /// <param name="reason">The limit in words.</param>
    void Waiting(string worker, string driver, DateTimeOffset until, string reason);

    /// <summary>The limit it waited for is over.</summary>
    void Waited(string worker);

    /// <summary>Something was charged.</summary>
    void Spent(SpendingFacts facts);

    void Warned(string text);
}
