using System.Runtime.InteropServices;

namespace Okstra.Cli;

/// <summary>Ctrl-C once is a polite stop with state kept; twice ends this process, and its supervisors, seeing their lifeline close, end everything below them.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Action<string> _say;
    private readonly IReadOnlyList<PosixSignalRegistration> _registrations;
    private int _count;

    public StopSignals(Action<string> say)
    {
        _say = say;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnSignal),
        ];
    }

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    private void OnSignal(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (Interlocked.Increment(ref _count) > 1)
        {
#pragma warning disable RS0030 // The hard stop is the one place that may not return an exit code: nothing may run after it.
            Environment.Exit(ExitCodes.Cancelled);
#pragma warning restore RS0030
        }

        _say("stopping: agents are asked to end, everything finished is kept; once more to end at once");
        _stop.Cancel();
    }
}
