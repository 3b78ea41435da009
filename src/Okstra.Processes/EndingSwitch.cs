namespace Okstra.Processes;

/// <summary>Remembers the first reason to end a child and acts on it once.</summary>
internal sealed class EndingSwitch(Action end)
{
    private int _reason = (int)ProcessEnding.Exited;

    public ProcessEnding Value => (ProcessEnding)Volatile.Read(ref _reason);

    public void Turn(ProcessEnding reason)
    {
        if (Interlocked.CompareExchange(ref _reason, (int)reason, (int)ProcessEnding.Exited) == (int)ProcessEnding.Exited)
        {
            end();
        }
    }
}
