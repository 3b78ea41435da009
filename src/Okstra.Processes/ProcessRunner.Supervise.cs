namespace Okstra.Processes;

public sealed partial class ProcessRunner
{
    public Task<ProcessExit> SuperviseAsync(
        ProcessSpec spec,
        string label,
        Stream? standardOutput,
        Stream? standardError,
        Action<ProcessIdentity> started,
        CancellationToken cancellationToken) => throw new NotSupportedException($"supervision lands with the next commit ({host.OkstraExecutable})");
}
