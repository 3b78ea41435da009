using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Okstra.Processes.Native;

namespace Okstra.Processes.Supervision;

/// <summary>The hidden verb between the engine and one agent: whatever happens to either, no descendant of the agent outlives it.</summary>
public static class Supervisor
{
    /// <summary>First argument of a supervisor; the second one is the label, for people who look at the process list.</summary>
    public const string Verb = "__exec";

    /// <summary>Nothing was started, because the engine went away first or the platform refused.</summary>
    private const int NothingStarted = 125;

    /// <summary>Shell convention for a program that exists and can't be executed.</summary>
    private const int NotExecutable = 126;

    /// <summary>How long descendants may finish by themselves after the agent has ended.</summary>
    private static readonly TimeSpan LeaveTime = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs one request from standard input to its end and answers the agent's exit code, 128 + signal when a signal ended it.</summary>
    public static async Task<int> RunAsync()
    {
        var lifeline = new Lifeline();
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        if (OperatingSystem.IsLinux() && !(LibC.StartSession() && LibC.BecomeSubreaper()))
        {
            return NothingStarted;
        }

        if (Lifeline.ReadRequest() is not { } request)
        {
            return NothingStarted;
        }

        lifeline.Watch();
        try
        {
            using var agent = Process.Start(Describe(request))!;
            return await SuperviseAsync(agent, request, lifeline);
        }
        catch (Win32Exception)
        {
            return NotExecutable;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            lifeline.AskToStop();
        }
    }

    private static async Task<int> SuperviseAsync(Process agent, SuperviseRequest request, Lifeline lifeline)
    {
        _ = FeedAsync(agent.StandardInput.BaseStream, request.StandardInput);
        var exited = agent.WaitForExitAsync();
        await Task.WhenAny(exited, lifeline.Stop, lifeline.Broken);
        if (!exited.IsCompleted && !lifeline.Broken.IsCompleted)
        {
            LibC.Kill(agent.Id, request.StopSignal);
            await Task.WhenAny(exited, lifeline.Broken, Task.Delay(request.GracePeriod, TimeProvider.System));
        }

        if (exited.IsCompleted)
        {
            await LetDescendantsLeaveAsync(agent.Id, request.GracePeriod, lifeline);
        }

        await EndEverythingAsync(agent);
        await Task.WhenAny(exited, Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System));
        return exited.IsCompleted ? agent.ExitCode : 128 + LibC.SigKill;
    }

    private static Task EndEverythingAsync(Process agent)
    {
        if (OperatingSystem.IsLinux())
        {
            return DescendantKiller.KillOwnAsync(agent.Id);
        }

        // No subreaper elsewhere: the base library follows parent ids as far as they lead.
        if (!agent.HasExited)
        {
            agent.Kill(entireProcessTree: true);
        }

        return Task.CompletedTask;
    }

    private static async Task LetDescendantsLeaveAsync(int agent, TimeSpan grace, Lifeline lifeline)
    {
        var begun = Stopwatch.GetTimestamp();
        var limit = grace < LeaveTime ? grace : LeaveTime;
        while (!lifeline.Broken.IsCompleted && DescendantKiller.AnyOwnAlive(agent) && Stopwatch.GetElapsedTime(begun) < limit)
        {
            await Task.WhenAny(lifeline.Broken, Task.Delay(Glance, TimeProvider.System));
        }
    }

    private static ProcessStartInfo Describe(SuperviseRequest request)
    {
        // Both outputs are inherited: the engine reads the agent's own bytes, not a copy.
        var start = new ProcessStartInfo(request.Executable, request.Arguments)
        {
            WorkingDirectory = request.WorkingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in request.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static async Task FeedAsync(Stream standardInput, byte[] text)
    {
        try
        {
            await using (standardInput)
            {
                await standardInput.WriteAsync(text);
            }
        }
        catch (IOException)
        {
            // The agent closed its standard input or ended; both are its right.
        }
    }
}
