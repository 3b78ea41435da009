using System.Globalization;
using System.Text;
using Okstra.Core.Reports;

namespace Okstra.Core.Simulation;

/// <summary>One scatter chart as SVG: labels stand in a column beside the plot and lines lead to them, so that close points stay readable.</summary>
internal sealed class ChartPanel
{
    private const double Width = 500;
    private const double Height = 330;
    private const double Left = 46;
    private const double Top = 14;
    private const double PlotWidth = 270;
    private const double PlotHeight = 264;
    private const double LabelLeft = Left + PlotWidth + 26;
    private const double LabelStep = 15;
    private const int Steps = 5;

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required string XLabel { get; init; }

    public required string YLabel { get; init; }

    public required double XMax { get; init; }

    public required IReadOnlyList<ChartPoint> Points { get; init; }

    /// <summary>Joined by a line, from left to right.</summary>
    public IReadOnlyList<ChartPoint> Frontier { get; init; } = [];

    public string Render()
    {
        var svg = new StringBuilder();
        svg.Append(Invariant($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-labelledby=\"{Id}-t {Id}-d\"><title id=\"{Id}-t\">{HtmlText.Escape(Title)}</title><desc id=\"{Id}-d\">{HtmlText.Escape(Description)}</desc>\n"));
        Axes(svg);
        if (Frontier.Count > 1)
        {
            svg.Append($"<polyline class=\"frontier\" points=\"{string.Join(' ', Frontier.Select(point => Invariant($"{X(point):0.#},{Y(point):0.#}")))}\" />\n");
        }

        var labelled = Labelled();
        foreach (var (point, at) in labelled)
        {
            svg.Append(Invariant($"<line class=\"lead\" x1=\"{X(point):0.#}\" y1=\"{Y(point):0.#}\" x2=\"{LabelLeft - 4:0.#}\" y2=\"{at - 4:0.#}\" />\n"));
        }

        foreach (var (point, at) in labelled)
        {
            svg.Append(Mark(point)).Append(Invariant($"<text class=\"label\" x=\"{LabelLeft:0.#}\" y=\"{at:0.#}\">{HtmlText.Escape(point.Label)}</text>\n"));
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private double X(ChartPoint point) => Left + (PlotWidth * Math.Min(1, point.X / XMax));

    private double Y(ChartPoint point) => Top + (PlotHeight * (1 - point.Y));

    // From top to bottom, each at its point's height or as near below the previous label as may be; what runs out at the bottom moves up again.
    private List<(ChartPoint Point, double At)> Labelled()
    {
        var points = Points.OrderBy(Y).ThenBy(X).ToList();
        var places = new double[points.Count];
        for (var index = 0; index < places.Length; index++)
        {
            places[index] = Math.Max(Y(points[index]) + 4, index == 0 ? Top + 8 : places[index - 1] + LabelStep);
        }

        for (var index = places.Length - 1; index >= 0; index--)
        {
            places[index] = Math.Min(places[index], index == places.Length - 1 ? Top + PlotHeight : places[index + 1] - LabelStep);
        }

        return [.. points.Select((point, index) => (point, places[index]))];
    }

    private void Axes(StringBuilder svg)
    {
        for (var step = 0; step <= Steps; step++)
        {
            var share = (double)step / Steps;
            var (x, y) = (Left + (PlotWidth * share), Top + (PlotHeight * (1 - share)));
            svg.Append(Invariant($"<path class=\"grid\" d=\"M{Left:0.#} {y:0.#}H{Left + PlotWidth:0.#}M{x:0.#} {Top:0.#}V{Top + PlotHeight:0.#}\" />"));
            svg.Append(Invariant($"<text class=\"tick\" x=\"{Left - 6:0.#}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{share:0.0}</text>"));
            svg.Append(Invariant($"<text class=\"tick\" x=\"{x:0.#}\" y=\"{Top + PlotHeight + 16:0.#}\" text-anchor=\"middle\">{XMax * share:0.0}</text>\n"));
        }

        svg.Append(Invariant($"<text class=\"axis\" x=\"{Left + (PlotWidth / 2):0.#}\" y=\"{Height - 8:0.#}\" text-anchor=\"middle\">{HtmlText.Escape(XLabel)}</text>"));
        svg.Append(Invariant($"<text class=\"axis\" transform=\"translate(13 {Top + (PlotHeight / 2):0.#}) rotate(-90)\" text-anchor=\"middle\">{HtmlText.Escape(YLabel)}</text>\n"));
    }

    // A shape for each family of rules, so that nothing depends on colour.
    private string Mark(ChartPoint point)
    {
        var (x, y) = (X(point), Y(point));
        return point.Rule switch
        {
            AcceptanceRule.Evidence => Invariant($"<circle class=\"evidence\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"5.5\" />"),
            AcceptanceRule.Veto => Invariant($"<path class=\"veto\" d=\"M{x:0.#} {y - 6:0.#}l6 10.5h-12z\" />"),
            AcceptanceRule.Classic => Invariant($"<rect class=\"classic\" x=\"{x - 4.5:0.#}\" y=\"{y - 4.5:0.#}\" width=\"9\" height=\"9\" />"),
            _ => Invariant($"<circle class=\"raised\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"4.5\" />"),
        };
    }
}
