using Okstra.Core.Markdown;

namespace Okstra.Core.Reports.Importing;

/// <summary>The labelled lines below a report's title.</summary>
internal sealed class HeaderFacts
{
    private readonly Dictionary<string, MarkdownItem> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    // - Author: Report writer worker
    // - Task: `shop:checkout:DEV-9436`
    public HeaderFacts(IEnumerable<MarkdownItem> items)
    {
        foreach (var item in items)
        {
            var colon = item.Raw.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && _items.TryAdd(Wording.Normal(item.Raw[..colon]), item))
            {
                _values[Wording.Normal(item.Raw[..colon])] = item.Raw[(colon + 1)..].Trim();
            }
        }
    }

    public MarkdownItem? Item(string key) => Wording.Languages.Select(texts => _items.GetValueOrDefault(Wording.Normal(texts[key]))).FirstOrDefault(item => item is not null);

    /// <summary>As written; null when there is no such line.</summary>
    public string? Raw(string key) => Wording.Languages.Select(texts => _values.GetValueOrDefault(Wording.Normal(texts[key]))).FirstOrDefault(value => value is not null);

    /// <summary>The same by the label itself.</summary>
    public string? Named(string label) => _values.GetValueOrDefault(Wording.Normal(label));

    /// <summary>What it says, without code marks; null when there is no such line or it says <c>none</c> or nothing.</summary>
    public string? Value(string key) => Raw(key) is not { Length: > 0 } raw || (raw[0] != '`' && Wording.Is(raw, "value.none")) ? null : Said(raw);

    /// <summary>The words of a line that holds no machine value; null when there is no such line.</summary>
    public string? Words(string key) => Raw(key) is { } raw ? Text.MarkdownRow.Plain(raw, inTable: false) : null;

    public static string Said(string raw) => MarkdownCode.Span(raw, inTable: false) ?? Text.MarkdownRow.Plain(raw, inTable: false);
}
