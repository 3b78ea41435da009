namespace Okstra.Core.Usage.Prices;

/// <summary>The names a model may stand under in a price table: as it is, then without what says nothing about its price.</summary>
public static class ModelNames
{
    /// <summary>Services that put their name before a model's.</summary>
    private static readonly string[] Providers = ["anthropic", "openai", "google", "gemini", "models"];

    /// <summary>Of <c>anthropic/claude-haiku-4-5-20251001[1m]</c>: itself, <c>claude-haiku-4-5-20251001</c>, <c>claude-haiku-4-5</c>.</summary>
    public static IEnumerable<string> Of(string model)
    {
        yield return model;
        var bare = WithoutProvider(WithoutWindow(model));
        if (bare.Length < model.Length)
        {
            yield return bare;
        }

        if (WithoutDate(bare) is { Length: > 0 } undated)
        {
            yield return undated;
        }
    }

    // Claude Code writes the one-million window as part of the name.
    private static string WithoutWindow(string model) => model.EndsWith("[1m]", StringComparison.Ordinal) ? model[..^"[1m]".Length] : model;

    private static string WithoutProvider(string model)
    {
        var slash = model.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && Providers.Contains(model[..slash], StringComparer.Ordinal) ? model[(slash + 1)..] : model;
    }

    // claude-haiku-4-5-20251001, claude-haiku-4-5@20251001, gpt-5.4-2026-03-05
    private static string? WithoutDate(string model) =>
        EndsWith(model, "-dddddddd") || EndsWith(model, "@dddddddd") ? model[..^9]
        : EndsWith(model, "-dddd-dd-dd") ? model[..^11]
        : null;

    private static bool EndsWith(string model, string shape) =>
        model.Length > shape.Length && model[^shape.Length..].Zip(shape, (found, wanted) => wanted == 'd' ? char.IsAsciiDigit(found) : found == wanted).All(fits => fits);
}
