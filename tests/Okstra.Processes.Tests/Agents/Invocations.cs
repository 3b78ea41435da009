using Okstra.Core.Workers;
using Okstra.Processes.Agents;

namespace Okstra.Processes.Tests.Agents;

/// <summary>Calls of a CLI for tests of how its process is built.</summary>
internal static class Invocations
{
    public const string Schema = """{"type":"object","properties":{"summary":{"type":"string"},"note":{"type":"string","maxLength":9}},"required":["summary"]}""";

    public static CliInvocation For(ICliVendor vendor, string prompt = "Find the cause.", string? model = null) => new()
    {
        Executable = $"/opt/bin/{vendor.Facts.Command}",
        WorkingDirectory = "/srv/tree",
        InsideGit = true,
        Prompt = prompt,
        Model = model is null ? vendor.Facts.DefaultModel : new ModelAssignment(model, model),
        SessionId = "11111111-1111-4111-8111-111111111101",
        AnswerSchema = Schema,
        SupportDirectory = "/srv/run/support",
        Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = "/bin", ["HOME"] = "/home/ada" },
        TimeBudget = TimeSpan.FromMinutes(5),
    };

    /// <summary>What follows <paramref name="flag"/> in the arguments; null without it.</summary>
    public static string? After(this CliProcess process, string flag)
    {
        var at = process.Spec.Arguments.ToList().IndexOf(flag);
        return at < 0 ? null : process.Spec.Arguments[at + 1];
    }
}
