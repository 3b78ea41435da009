using System.Text.Json;
using System.Text.Json.Serialization;
using Okstra.Core.Text;

namespace Okstra.Core.Projects;

/// <summary><c>project.json</c>: registration of one repository (R-LAY-20, R-OPN-17); keys it does not know are kept.</summary>
/// <remarks>A member with a default has a setter: generated readers overwrite the default of an init-only member that is absent.</remarks>
public sealed record ProjectDocument
{
    public int SchemaVersion { get; set; } = 1;

    public required string ProjectId { get; init; }

    /// <summary>Absolute.</summary>
    public required string ProjectRoot { get; init; }

    /// <summary>UTC, ISO-8601 with seconds.</summary>
    public string CreatedAt { get; set; } = "";

    public string UpdatedAt { get; set; } = "";

    /// <summary>Languages found in the repository, most frequent first.</summary>
    public IReadOnlyList<string> Languages { get; set; } = [];

    public IReadOnlyList<QaCommand> QaCommands { get; set; } = [];

    public IReadOnlyList<McpServer> McpServers { get; set; } = [];

    public ReportLanguage ReportLanguage { get; set; } = ReportLanguage.English;

    /// <summary>The built-in auditors join agent runs as extra voters (design: workers).</summary>
    public bool Auditor { get; init; }

    public string? PrTemplatePath { get; init; }

    /// <summary>Caps of every run of the project; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Usage.Budgets.BudgetSettings? Budgets { get; init; }

    /// <summary>What runs do at a vendor's limit; null for waiting.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Limits.LimitMode? OnLimit { get; init; }

    /// <summary>Surface name to globs (R-OPN-71); null means the built-in patterns.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? SurfacePatterns { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
