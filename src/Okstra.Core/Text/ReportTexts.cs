using System.Globalization;
using System.Text.Json;

namespace Okstra.Core.Text;

/// <summary>The fixed texts of a report in one language; both languages have the same keys.</summary>
public sealed class ReportTexts
{
    private static readonly ReportTexts Korean = new("ko");
    private static readonly ReportTexts English = new("en");

    private readonly Dictionary<string, string> _texts;

    private ReportTexts(string language)
    {
        using var stream = typeof(ReportTexts).Assembly.GetManifestResourceStream($"Okstra.Core.Texts.report.{language}.json")!;
        _texts = JsonSerializer.Deserialize(stream, TextsJson.Default.DictionaryStringString)!;
    }

    public IReadOnlyCollection<string> Keys => _texts.Keys;

    public string this[string key] => _texts[key];

    public static ReportTexts In(ReportLanguage language) => language == ReportLanguage.Korean ? Korean : English;

    public string Format(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, _texts[key], values);
}
