namespace Okstra.Core.Grouping;

/// <summary>The words of a name: <c>parseHTTPHeader_v2</c> is parse, http, header, v2.</summary>
internal static class IdentifierParts
{
    /// <summary>Lower-case, in order.</summary>
    public static IReadOnlyList<string> Of(string run)
    {
        var parts = new List<string>();
        var start = 0;
        for (var index = 1; index <= run.Length; index++)
        {
            var boundary = index == run.Length
                || run[index] == '_'
                || run[index - 1] == '_'
                || (char.IsUpper(run[index]) && (!char.IsUpper(run[index - 1]) || (index + 1 < run.Length && char.IsLower(run[index + 1]))));
            if (boundary)
            {
                var part = run[start..index].Trim('_').ToLowerInvariant();
                if (part.Length > 0)
                {
                    parts.Add(part);
                }

                start = index;
            }
        }

        return parts;
    }
}
