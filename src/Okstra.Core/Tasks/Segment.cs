namespace Okstra.Core.Tasks;

/// <summary>The one slugifier for paths, branch names, run ids and manifests (R-CON-12, R-OPN-08).</summary>
public static class Segment
{
    /// <summary>Lower-cases, turns every run of characters outside <c>[a-z0-9-]</c> into one <c>-</c>, strips outer dashes; nothing left gives <c>_</c>.</summary>
    public static string Of(string identifier)
    {
        var slug = new System.Text.StringBuilder(identifier.Length);
        var gap = false;
        foreach (var character in identifier.Trim().ToLowerInvariant())
        {
            if (character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
            {
                slug.Append(character);
                gap = false;
            }
            else if (!gap)
            {
                slug.Append('-');
                gap = true;
            }
        }

        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "_" : text;
    }
}
