namespace Okstra.Processes;

/// <summary>Remembers the first reason to end a child and acts on it once.</summary>
internal sealed class EndingSwitch(Action end) : IDisposable
{
    private readonly Lock _lock = new();
    private bool _over;

    public ProcessEnding Value { get; private set; } = ProcessEnding.Exited;

    public void Turn(ProcessEnding reason)
    {
        lock (_lock)
        {
            // After Dispose the process handle is gone, and a late timer must not touch it.
            if (_over || Value != ProcessEnding.Exited)
            {
                return;
            }

            Value = reason;
            end();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _over = true;
        }
    }
}
