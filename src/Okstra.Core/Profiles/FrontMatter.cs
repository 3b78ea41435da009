namespace Okstra.Core.Profiles;

/// <summary>Values of the YAML block every markdown template begins with (R-LAY-78…85).</summary>
public static class FrontMatter
{
    /// <summary>Stands for an empty or blank scalar (R-LAY-79).</summary>
    public const string NoClassification = "no-classification";

    private static readonly string[] BaseTags = ["obsidian", "okstra"];

    // R-LAY-83.
    private static readonly Dictionary<string, string[]> TagCatalogue = new(StringComparer.Ordinal)
    {
        ["task-brief"] = ["task-brief"],
        ["task-index"] = ["task-index"],
        ["error-analysis-input"] = ["error-analysis", "input"],
        ["implementation-input"] = ["implementation", "input"],
        ["implementation-planning-input"] = ["implementation-planning", "input"],
        ["final-verification-input"] = ["final-verification", "input"],
        ["release-handoff-input"] = ["release-handoff", "input"],
        ["quick-input"] = ["quick", "input"],
        ["final-report"] = ["final-report"],
        ["schedule"] = ["schedule"],
        ["prd-brief"] = ["prd", "brief"],
    };

    /// <summary>Base tags and those of the document kind; an unknown kind has only the base tags (R-LAY-82, R-LAY-83).</summary>
    public static IReadOnlyList<string> Tags(string kind) => [.. BaseTags, .. TagCatalogue.GetValueOrDefault(kind, [])];

    /// <summary>Document kind of a template file (R-LAY-84).</summary>
    /// <param name="templatePath">Path or name of the template, <c>/</c>-separated.</param>
    public static string KindOf(string templatePath)
    {
        var parts = templatePath.Split('/');
        var file = parts[^1];
        var stem = file.EndsWith(".template.md", StringComparison.Ordinal) ? file[..^".template.md".Length] : Path.GetFileNameWithoutExtension(file);
        return stem == "brief" && parts.SkipLast(1).Contains("prd", StringComparer.Ordinal) ? "prd-brief" : stem;
    }

    /// <summary><c>["a", "b"]</c> without blank items; <c>[]</c> when nothing is left (R-LAY-80).</summary>
    public static string Array(IEnumerable<string> items) =>
        $"[{string.Join(", ", items.Where(item => !string.IsNullOrWhiteSpace(item)).Select(item => $"\"{Escaped(item)}\""))}]";

    public static string Scalar(string? value) => string.IsNullOrWhiteSpace(value) ? NoClassification : value.ReplaceLineEndings(" ");

    /// <summary>The context with the frontmatter values laid over it, as templates get it (R-LAY-85).</summary>
    /// <param name="context">Rendering variables of the run.</param>
    /// <param name="templatePath">Gives the document kind unless the context has <c>DOC_TYPE</c>.</param>
    public static IReadOnlyDictionary<string, string> Over(IReadOnlyDictionary<string, string> context, string templatePath)
    {
        var values = new Dictionary<string, string>(context, StringComparer.Ordinal);
        foreach (var name in (string[])["TASK_KEY", "TASK_ID", "PROJECT_ID", "TASK_GROUP", "TASK_DATE"])
        {
            values[name] = Scalar(context.GetValueOrDefault(name));
        }

        var ids = Array([context.GetValueOrDefault("TASK_ID", ""), context.GetValueOrDefault("PROJECT_ID", ""), context.GetValueOrDefault("TASK_GROUP", "")]);
        var kind = context.TryGetValue("DOC_TYPE", out var given) && !string.IsNullOrWhiteSpace(given) ? given : KindOf(templatePath);
        values["DOC_TYPE"] = kind;
        values["FM_ID"] = ids;
        values["FM_ALIASES"] = ids;
        values["FM_TAGS"] = Array(Tags(kind));
        return values;
    }

    private static string Escaped(string item) => item.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
