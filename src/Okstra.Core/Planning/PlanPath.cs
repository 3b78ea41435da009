namespace Okstra.Core.Planning;

/// <summary>A file a plan names: <c>src/a.cs</c>, or <c>src/b.cs (new)</c> when the plan creates it.</summary>
/// <param name="Path">Relative to the repository, separated by <c>/</c>.</param>
/// <param name="IsNew">Marked as one the plan creates.</param>
public sealed record PlanPath(string Path, bool IsNew)
{
    private const string NewMark = "(new)";

    /// <summary>Total: whatever it says, it is a path with or without the mark.</summary>
    public static PlanPath Parse(string text)
    {
        var trimmed = text.Trim();
        var isNew = trimmed.EndsWith(NewMark, StringComparison.OrdinalIgnoreCase);
        var path = (isNew ? trimmed[..^NewMark.Length] : trimmed).Trim().Trim('`').Trim();
        return new PlanPath(path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path, isNew);
    }

    /// <summary>Whether it can name one file inside the repository.</summary>
    public bool IsFile => Path.Length is > 0 and <= 1000
        && Path[0] is not ('/' or '~')
        && Path[^1] != '/'
        && !Path.Any(letter => letter is '\\' or '*' or '?' or '<' or '>' or '|' or '"' || char.IsControl(letter))
        && !Path.Contains("://", StringComparison.Ordinal)
        && Path.Split('/').All(part => part is not ("" or "." or ".."));
}
