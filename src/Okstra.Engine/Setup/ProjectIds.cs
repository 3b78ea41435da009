using Okstra.Core.Problems;
using Okstra.Core.Tasks;

namespace Okstra.Engine.Setup;

/// <summary>Where a project id comes from (R-CON-07).</summary>
public static class ProjectIds
{
    private const int Longest = 100;

    /// <summary>Slug of the remote's repository name, else of the folder's name, else <c>project</c>.</summary>
    public static string Default(string? remoteUrl, string projectRoot)
    {
        foreach (var name in (string?[])[RepositoryName(remoteUrl), Path.GetFileName(Path.TrimEndingDirectorySeparator(projectRoot))])
        {
            if (!string.IsNullOrWhiteSpace(name) && Segment.Of(name) is not "_" and var slug)
            {
                return slug;
            }
        }

        return "project";
    }

    /// <exception cref="UserErrorException">It could not stand in a task key.</exception>
    public static string Checked(string id) => id.Trim() is { Length: > 0 and <= Longest } text && !text.Any(character => char.IsControl(character) || character is ':' or '/' or '#') && Segment.Of(text) != "_"
        ? text
        : throw new UserErrorException("OKS0150", $"'{id.Trim()}' cannot be a project id", "use letters, digits and hyphens, without ':', '/' and '#'");

    // git@host:team/shop.git, https://host/team/shop.git, ../shop
    private static string? RepositoryName(string? remoteUrl)
    {
        var last = remoteUrl?.Trim().TrimEnd('/').Split('/', ':')[^1];
        return last is null ? null : last.EndsWith(".git", StringComparison.Ordinal) ? last[..^4] : last;
    }
}
