using Okstra.Core.Workers;

namespace Okstra.Core.Profiles;

/// <summary>The one table of model defaults (R-WRK-05, R-PHS-002).</summary>
public static class ModelDefaults
{
    private static readonly Dictionary<string, string> Table = new(StringComparer.Ordinal)
    {
        ["lead"] = "opus",
        ["report-writer"] = "opus",
        ["claude"] = "sonnet",
        ["codex"] = "gpt-5.5",
        ["gemini"] = "auto",
    };

    /// <summary>Default of a worker id or of <c>lead</c>; null for a worker the table does not know, which brings its own.</summary>
    public static ModelAssignment? For(string worker) => Table.TryGetValue(worker, out var model) ? Named(model) : null;

    /// <summary>An assignment for a model name as a user writes it.</summary>
    public static ModelAssignment Named(string model) => new(model, model);
}
