using Okstra.Assets;
using Okstra.Core.Profiles;
using Okstra.Core.Tasks;

namespace Okstra.Engine.Preparation;

/// <summary>Shipped texts a run is made of.</summary>
public static class RunTexts
{
    public const string LaunchTemplate = "prompts/launch.template.md";

    public const string FinalReportTemplate = "templates/reports/final-report.template.md";

    public const string TaskIndexTemplate = "templates/project-docs/task-index.template.md";

    public const string PrTemplate = "templates/fragments/pr-template.md";

    private const string QuickFragment = "prompts/profiles/_quick.md";

    public static string ProfileName(TaskType type) => $"prompts/profiles/{type.Token()}.md";

    /// <summary>The profile of a phase, includes expanded (R-LAY-88, R-LAY-90).</summary>
    public static string Profile(TaskType type)
    {
        var name = ProfileName(type);
        return ProfileIncludes.Expand(name, AssetCatalog.Text(name), AssetCatalog.TryText);
    }

    /// <summary>The profile of a phase; a quick run has its own rules at the end.</summary>
    public static string Profile(TaskType type, bool quick) => quick ? $"{Profile(type)}\n{AssetCatalog.Text(QuickFragment)}" : Profile(type);

    /// <summary>A shipped template with frontmatter values laid over the context (R-LAY-85).</summary>
    public static string Fill(string name, IReadOnlyDictionary<string, string> context) => TemplateText.Fill(name, AssetCatalog.Text(name), FrontMatter.Over(context, name));
}
