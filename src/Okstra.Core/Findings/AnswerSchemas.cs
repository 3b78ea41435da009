namespace Okstra.Core.Findings;

/// <summary>The published JSON Schemas of the wire contracts, strict enough for structured output.</summary>
public static class AnswerSchemas
{
    /// <summary><c>findings.v1.json</c>: what an analysis worker answers.</summary>
    public static string Findings { get; } = Read("findings.v1.json");

    /// <summary><c>votes.v1.json</c>: what a re-verification answers.</summary>
    public static string Votes { get; } = Read("votes.v1.json");

    /// <summary><c>groups.v1.json</c>: what the lead answers when it is asked which findings make the same claim.</summary>
    public static string Groups { get; } = Read("groups.v1.json");

    private static string Read(string name)
    {
        using var stream = typeof(AnswerSchemas).Assembly.GetManifestResourceStream($"Okstra.Core.schemas.{name}")
            ?? throw new InvalidOperationException($"schema {name} is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
