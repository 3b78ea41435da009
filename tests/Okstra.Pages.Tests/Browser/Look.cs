using Microsoft.Playwright;

namespace Okstra.Pages.Tests.Browser;

/// <summary>A way to look at a page.</summary>
internal sealed record Look(int Width, ColorScheme Scheme)
{
    /// <summary>Desk and phone, light and dark.</summary>
    public static IReadOnlyList<Look> All { get; } = [new(1280, ColorScheme.Light), new(1280, ColorScheme.Dark), new(390, ColorScheme.Light), new(390, ColorScheme.Dark)];

    /// <summary>Both widths and both colours in two looks.</summary>
    public static IReadOnlyList<Look> Opposites { get; } = [All[0], All[3]];

    public override string ToString() => $"{Width}-{(Scheme == ColorScheme.Dark ? "dark" : "light")}";
}
