using System.Reflection;
using Okstra.Processes.Agents;

namespace Okstra.Processes.Tests.Agents;

/// <summary>Real standard output of the CLIs (claude 2.1.197, codex 0.169.0, gemini 0.61.0), recorded against a scripted model server.</summary>
internal static class Recorded
{
    public static CliOutput Output(string vendor, string name, int exitCode, string standardError = "", string? lastMessage = null) =>
        Text(File.ReadAllText(Path.Combine(Folder, vendor, $"{name}.jsonl")), exitCode, standardError, lastMessage);

    public static CliOutput Text(string standardOutput, int exitCode = 0, string standardError = "", string? lastMessage = null) =>
        new(new ProcessExit(ProcessEnding.Exited, exitCode, "", standardError, TimeSpan.FromSeconds(1)), standardOutput, lastMessage);

    private static string Folder => Path.Combine(
        typeof(Recorded).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == "ProjectDirectory").Value!, "Fixtures");
}
