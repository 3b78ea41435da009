using System.Globalization;
using System.Text;
using Okstra.Core.Reports;
using Okstra.Core.Text;

namespace Okstra.Core.Usage.Bills;

/// <summary>Horizontal bars as SVG, one below the other, each with its label and its figure as text: nothing depends on colour.</summary>
internal static class BarChart
{
    private const int Width = 760;
    private const int LabelWidth = 250;
    private const int BarLeft = LabelWidth + 10;
    private const int BarWidth = 370;
    private const int Step = 24;
    private const int LabelLength = 38;

    /// <param name="title">Names the chart for those who do not see it.</param>
    /// <param name="bars">Label, size 0 or more, and the figure as it is shown.</param>
    public static string Render(string title, IReadOnlyList<(string Label, decimal Size, string Figure)> bars)
    {
        var most = bars.Select(bar => bar.Size).DefaultIfEmpty(0).Max();
        var description = string.Join("; ", bars.Select(bar => $"{bar.Label}: {bar.Figure}"));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {(bars.Count * Step) + 8}\" role=\"img\" aria-labelledby=\"chart-t chart-d\"><title id=\"chart-t\">{HtmlText.Escape(title)}</title><desc id=\"chart-d\">{HtmlText.Escape(description)}</desc>\n");
        foreach (var (index, bar) in bars.Index())
        {
            var top = (index * Step) + 4;
            var width = most == 0 ? 0 : BarWidth * bar.Size / most;
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"label\" x=\"{LabelWidth}\" y=\"{top + 14}\" text-anchor=\"end\">{HtmlText.Escape(SafeText.Cut(bar.Label, LabelLength, "…"))}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"bar\" x=\"{BarLeft}\" y=\"{top}\" width=\"{width:0.##}\" height=\"{Step - 6}\" />");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{BarLeft + width + 6:0.##}\" y=\"{top + 14}\">{HtmlText.Escape(bar.Figure)}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }
}
