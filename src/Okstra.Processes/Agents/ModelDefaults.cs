using Okstra.Core.Workers;

namespace Okstra.Processes.Agents;

/// <summary>The one table of default models (R-WRK-05); flags and the wizard override single entries.</summary>
public static class ModelDefaults
{
    /// <summary>Execution value that leaves the choice to the CLI.</summary>
    public const string Automatic = "auto";

    /// <summary>Who leads a session.</summary>
    public static ModelAssignment Lead { get; } = new("Claude Opus", "opus");

    /// <summary>Who writes the report.</summary>
    public static ModelAssignment ReportWriter { get; } = new("Claude Opus", "opus");

    /// <summary>Analysis worker and verifier of claude.</summary>
    public static ModelAssignment Claude { get; } = new("Claude Sonnet", "sonnet");

    public static ModelAssignment Codex { get; } = new("GPT-5.5", "gpt-5.5");

    public static ModelAssignment Gemini { get; } = new("Gemini (auto)", Automatic);

    /// <summary>An assignment for a model a user named: a known default keeps its display name, anything else shows as it is.</summary>
    public static ModelAssignment Named(string execution) =>
        new[] { Claude, ReportWriter, Codex }.FirstOrDefault(known => string.Equals(known.Execution, execution, StringComparison.Ordinal)) ?? new ModelAssignment(execution, execution);

    /// <summary>The family a session lead's agent tool is given (R-WRK-06): <c>opus</c> for <c>claude-opus-4-8</c>; null for a model of no claude family.</summary>
    public static string? FamilyToken(string execution) =>
        new[] { "opus", "sonnet", "haiku" }.FirstOrDefault(family => execution.Split('-', '[', ']').Contains(family, StringComparer.Ordinal));

    /// <summary>Whether the CLI is told a model at all.</summary>
    internal static bool IsNamed(ModelAssignment model) => !string.IsNullOrWhiteSpace(model.Execution) && !string.Equals(model.Execution, Automatic, StringComparison.Ordinal);
}
