using Okstra.Core.Workers;

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

    void Warned(string text);
}
