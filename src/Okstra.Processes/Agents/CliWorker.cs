namespace Okstra.Processes.Agents;

/// <summary>What the processes of all vendors have in common.</summary>
internal static class CliWorker
{
    public static IReadOnlyDictionary<string, string> NoFiles { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static ProcessSpec Spec(CliInvocation invocation, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, int stopSignal) => new()
    {
        Executable = invocation.Executable,
        Arguments = arguments,
        WorkingDirectory = invocation.WorkingDirectory,
        Environment = environment,
        StandardInput = CliText.SafePrompt(invocation.Prompt),
        TimeBudget = invocation.TimeBudget,
        StopSignal = stopSignal,
    };
}
