using Okstra.Processes;

namespace Okstra.Engine.Tests.Auditing;

/// <summary>Ends every supervised command the same way and remembers what was started.</summary>
internal sealed class ScriptedChecks(int exitCode, string output, ProcessEnding ending = ProcessEnding.Exited) : IProcessRunner
{
    public List<ProcessSpec> Started { get; } = [];

    public Task<ProcessExit> RunAsync(ProcessSpec spec, CancellationToken cancellationToken) => throw new InvalidOperationException("checks are supervised");

    public Task<ProcessExit> SuperviseAsync(ProcessSpec spec, string label, Stream? standardOutput, Stream? standardError, Action<ProcessIdentity> started, CancellationToken cancellationToken)
    {
        Started.Add(spec);
        return Task.FromResult(new ProcessExit(ending, exitCode, output, "", TimeSpan.FromSeconds(1)));
    }
}
