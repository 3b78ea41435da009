namespace Okstra.Processes;

/// <summary>The only way to start a child process.</summary>
public interface IProcessRunner
{
    /// <summary>Runs a short trusted helper (git, a version query) to its end, directly below this process.</summary>
    /// <exception cref="Okstra.Core.Problems.UserErrorException">The executable does not exist or may not be executed.</exception>
    Task<ProcessExit> RunAsync(ProcessSpec spec, CancellationToken cancellationToken);

    /// <summary>Runs an agent or a project command under the supervisor: new session, subreaper, lifeline; when this returns no descendant of it is alive.</summary>
    /// <param name="spec">What to run.</param>
    /// <param name="label">Goes into the child's environment as <c>OKSTRA_DISPATCH</c>, so that a later sweep can recognise survivors.</param>
    /// <param name="standardOutput">Receives standard output as it arrives; opened by State. Null keeps it in memory only.</param>
    /// <param name="standardError">Receives standard error as it arrives.</param>
    /// <param name="started">Called once with the supervisor's identity before the child can do anything.</param>
    /// <param name="cancellationToken">Polite stop, then kill; the task still ends normally with <see cref="ProcessEnding.Cancelled"/>.</param>
    Task<ProcessExit> SuperviseAsync(ProcessSpec spec, string label, Stream? standardOutput, Stream? standardError, Action<ProcessIdentity> started, CancellationToken cancellationToken);
}
