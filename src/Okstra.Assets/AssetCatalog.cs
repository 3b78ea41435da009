using System.Security.Cryptography;
using System.Text;

namespace Okstra.Assets;

/// <summary>The texts that ship with okstra, by name: <c>prompts/profiles/error-analysis.md</c>.</summary>
public static class AssetCatalog
{
    private static readonly Lazy<SortedDictionary<string, string>> Texts = new(Load);
    private static readonly Lazy<string> Hash = new(() => HashOf(Texts.Value));

    /// <summary>Every name, ordinally sorted.</summary>
    public static IReadOnlyCollection<string> Names => Texts.Value.Keys;

    /// <summary>SHA-256 over all names and texts; changes when any shipped text does.</summary>
    public static string Version => Hash.Value;

    /// <summary>The text; line ends are <c>\n</c>.</summary>
    public static string Text(string name) => TryText(name) ?? throw new ArgumentException($"no text named '{name}' is shipped", nameof(name));

    /// <summary>Null when nothing of that name is shipped.</summary>
    public static string? TryText(string name) => Texts.Value.GetValueOrDefault(name);

    /// <summary>SHA-256 over names and texts in order of the names, so that neither can pass for the other.</summary>
    public static string HashOf(IEnumerable<KeyValuePair<string, string>> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, text) in texts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Append(name);
            Append(text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(string part)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.LongLength));
            hash.AppendData(bytes);
        }
    }

    private static SortedDictionary<string, string> Load()
    {
        var assembly = typeof(AssetCatalog).Assembly;
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            texts[name] = reader.ReadToEnd().ReplaceLineEndings("\n");
        }

        return texts;
    }
}
