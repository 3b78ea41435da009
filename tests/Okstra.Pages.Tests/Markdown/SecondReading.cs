using System.Text.Json;
using Okstra.Pages.Tests.Support;

namespace Okstra.Pages.Tests.Markdown;

/// <summary>What markdown-it and the yaml package of npm see in a file okstra wrote.</summary>
internal sealed record SecondReading
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public JsonElement? FrontMatter { get; init; }

    /// <summary>By YAML 1.1, which reads more words as something other than text.</summary>
    public JsonElement? FrontMatter11 { get; init; }

    public required IReadOnlyList<ReadHeading> Headings { get; init; }

    public required IReadOnlyList<ReadTable> Tables { get; init; }

    public required IReadOnlyList<ReadText> Items { get; init; }

    public required IReadOnlyList<ReadText> Paragraphs { get; init; }

    /// <summary>Emphasis, links, images, HTML: mark-up that okstra never writes.</summary>
    public required IReadOnlyList<string> Marks { get; init; }

    /// <summary>Blocks that okstra never writes.</summary>
    public required IReadOnlyList<string> Blocks { get; init; }

    /// <summary>Has all files read in one go.</summary>
    /// <param name="folder">Name below the artifacts of these tests.</param>
    /// <param name="files">Name without ending → text.</param>
    public static async Task<IReadOnlyDictionary<string, SecondReading>> OfAsync(string folder, IReadOnlyDictionary<string, string> files)
    {
        var modules = await Judges.ModulesAsync();
        var path = Path.Combine(Folders.Artifacts, folder);
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        Directory.CreateDirectory(path);
        foreach (var (name, text) in files)
        {
            await File.WriteAllTextAsync(Path.Combine(path, $"{name}.md"), text);
        }

        await Judges.RunAsync(Folders.Project, Path.Combine(Folders.Project, "Markdown", "outline.mjs"), modules, path);
        var read = new Dictionary<string, SecondReading>(StringComparer.Ordinal);
        foreach (var name in files.Keys)
        {
            read[name] = JsonSerializer.Deserialize<SecondReading>(await File.ReadAllTextAsync(Path.Combine(path, $"{name}.json")), Json)!;
        }

        return read;
    }
}
