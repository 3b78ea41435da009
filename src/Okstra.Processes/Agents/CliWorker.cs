using System.Text.Json;

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

    /// <summary>Sum of one number over several objects; null when none has it.</summary>
    public static long? Sum(IEnumerable<JsonElement> objects, string name)
    {
        long? sum = null;
        foreach (var value in objects)
        {
            if (CliJson.Number(value, name) is { } number)
            {
                sum = unchecked((sum ?? 0) + number);
            }
        }

        return sum;
    }
}
