using Okstra.Engine.Pipeline;

namespace Okstra.Engine.Dispatching;

/// <summary>Runs work side by side; when one part cannot go on (a full disk, a bug), the others are stopped instead of being waited for. A run that pauses lets them finish.</summary>
internal static class Together
{
    public static async Task<T[]> RunAsync<T>(IEnumerable<Func<CancellationToken, Task<T>>> parts, CancellationToken cancellationToken)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = parts.Select(part => StoppingOthersAsync(part, stop)).ToList();
        try
        {
            return await Task.WhenAll(running);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // WhenAll reports the first part in order, which may be one that was only stopped; the cause is the part that failed by itself.
            await running.Find(part => part.IsFaulted)!;
            throw;
        }
        finally
        {
            // Every part is over here: WhenAll waits for all of them.
            stop.Dispose();
        }
    }

    private static async Task<T> StoppingOthersAsync<T>(Func<CancellationToken, Task<T>> part, CancellationTokenSource stop)
    {
        var succeeded = false;
        try
        {
            var result = await part(stop.Token);
            succeeded = true;
            return result;
        }
        catch (RunPausedException pause) when (!pause.StopsOthers)
        {
            // Nothing is wrong with the others: what they have begun is paid for and worth having.
            succeeded = true;
            throw;
        }
        finally
        {
            if (!succeeded)
            {
                await stop.CancelAsync();
            }
        }
    }
}
