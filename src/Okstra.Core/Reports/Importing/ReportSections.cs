using Okstra.Core.Markdown;

namespace Okstra.Core.Reports.Importing;

/// <summary>Finds the sections of a report by their headings: in either language, with or without number or bracketed translation.</summary>
public sealed class ReportSections
{
    private readonly Dictionary<string, MarkdownSection> _found = new(StringComparer.Ordinal);
    private readonly List<(string Key, MarkdownSection Section)> _repeated = [];

    /// <param name="document">The report.</param>
    /// <param name="keys">Keys of the headings it may have.</param>
    public ReportSections(MarkdownDocument document, IReadOnlyList<string> keys)
    {
        ArgumentNullException.ThrowIfNull(document);
        Document = document;
        var names = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, text) in keys.SelectMany(key => Wording.Languages.Select(texts => (Key: key, Text: texts[key]))))
        {
            foreach (var name in Wording.Names(text))
            {
                names.TryAdd(name, []);
                names[name].Add(key);
            }

            if (Wording.NumberOf(text) is { Length: > 0 } number)
            {
                numbers.TryAdd(number, key);
            }
        }

        foreach (var section in document.Sections.Where(section => section.Level >= 2))
        {
            if (Key(section, names, numbers) is { } key && !_found.TryAdd(key, section))
            {
                _repeated.Add((key, section));
            }
        }
    }

    public MarkdownDocument Document { get; }

    /// <summary>Sections that stand there a second time.</summary>
    public IReadOnlyList<(string Key, MarkdownSection Section)> Repeated => _repeated;

    /// <summary>Null when it is missing.</summary>
    public MarkdownSection? Find(string key) => _found.GetValueOrDefault(key);

    // The title of a finding may be anything, so sub-sections of findings are never looked at.
    private static string? Key(MarkdownSection section, Dictionary<string, List<string>> names, Dictionary<string, string> numbers)
    {
        var title = section.Title;
        var number = Wording.NumberOf(title);
        if (section.Level >= 4 && RowIds.IsRowId(title.Split(' ')[0]))
        {
            return null;
        }

        var named = Wording.Names(title).SelectMany(name => names.GetValueOrDefault(name, [])).Distinct(StringComparer.Ordinal).ToList();
        var numbered = numbers.GetValueOrDefault(number);
        return named switch
        {
            [var only] => only,
            [] => section.Level < 4 ? numbered : null,
            _ when numbered is not null && named.Contains(numbered, StringComparer.Ordinal) => numbered,
            _ => named.Find(key => Wording.NumberOf(Wording.Languages[0][key]).Length == 0) ?? named[0],
        };
    }
}
