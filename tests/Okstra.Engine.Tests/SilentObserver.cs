using Okstra.Core.Workers;
using Okstra.Engine.Pipeline;
using Okstra.Engine.Spending;

namespace Okstra.Engine.Tests;

/// <summary>Watches a run and says nothing.</summary>
internal sealed class SilentObserver : IRunObserver
{
    public void StageStarted(string stage, int queue)
    {
    }

    public void WorkerStarted(string worker, int round, int batch)
    {
    }

    public void WorkerFinished(DispatchDocument document, bool reused)
    {
    }

    public void Waiting(string worker, string driver, DateTimeOffset until, string reason)
    {
    }

    public void Waited(string worker)
    {
    }

    public void Spent(SpendingFacts facts)
    {
    }

    public void Warned(string text)
    {
    }
}
