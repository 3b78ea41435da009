namespace Okstra.Core.Auditing;

/// <summary>Reads the member and its type out of what a runtime prints for a frame.</summary>
internal static class FrameSymbol
{
    private static readonly string[] Noise = ["MoveNext", "ctor", "cctor", "Object", "anonymous", "b__", "d__", "main", "module", "<module>", "block", "closure"];

    /// <summary>Innermost name first: <c>Acme.Cart.&lt;TotalAsync&gt;d__3.MoveNext</c> gives TotalAsync, Cart.</summary>
    public static IReadOnlyList<string> Names(string symbol)
    {
        var text = symbol.Split('(', 2)[0];
        var names = new List<string>();
        foreach (var part in text.Split(['.', ':', '#', '/', '\\', '$', '<', '>', '`', '+', '*', '-', '|', '[', ']', ' '], StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            if (part.Length > 2 && !char.IsDigit(part[0]) && !Noise.Any(noise => part.StartsWith(noise, StringComparison.Ordinal)))
            {
                names.Add(part);
            }
        }

        return [.. names.Distinct(StringComparer.Ordinal).Take(2)];
    }
}
