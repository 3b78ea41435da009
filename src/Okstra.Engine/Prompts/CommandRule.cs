using Okstra.Core.Auditing;
using Okstra.Core.Projects;

namespace Okstra.Engine.Prompts;

/// <summary>Which commands a worker may cite: what okstra can run itself when a claim is disputed.</summary>
internal static class CommandRule
{
    private const int MostNamed = 8;

    public static string Of(IReadOnlyList<QaCommand> commands)
    {
        var confirmed = commands.Where(command => command.State == QaCommandState.Confirmed).Select(command => CommandLine.Split(command.Command)).Where(argv => argv.Count > 0).Take(MostNamed).ToList();
        return confirmed.Count == 0
            ? "counts only for commands okstra recorded in this run;"
            : $"counts only for the project's own checks, {string.Join(", ", confirmed.Select(argv => $"`{DataFence.Line($"[{string.Join(", ", argv.Select(word => $"\"{word}\""))}]")}`"))}, each as it stands or with a test selector behind it. okstra runs a disputed one at the inspected commit and compares exit code and quote (\"\" is allowed) with what you cite;";
    }
}
