namespace Okstra.Core.Reports;

/// <summary>The published JSON Schema of a report writer's answer, strict enough for structured output.</summary>
public static class NarrativeSchema
{
    /// <summary><c>report-narrative.v1.json</c>.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(NarrativeSchema).Assembly.GetManifestResourceStream("Okstra.Core.schemas.report-narrative.v1.json")
            ?? throw new InvalidOperationException("schema report-narrative.v1.json is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
