using Okstra.Core.Profiles;
using Okstra.Core.Tasks;

namespace Okstra.Core.Reports;

/// <summary>The YAML block a report begins with (R-REP-06, R-OPN-27).</summary>
public static class ReportFrontMatter
{
    /// <summary>Keys in their order; a plan has <c>approved</c> too.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["id", "aliases", "tags", "taskKey", "taskId", "projectId", "taskGroup", "date"];

    public static string Render(ReportDocument report)
    {
        var header = report.Header;
        var ids = FrontMatter.Array([header.TaskId, header.ProjectId, header.TaskGroup]);
        string[] lines =
        [
            "---",
            $"id: {ids}",
            $"aliases: {ids}",
            $"tags: {FrontMatter.Array(FrontMatter.Tags("final-report"))}",
            $"taskKey: {Scalar(report.TaskKey)}",
            $"taskId: {Scalar(header.TaskId)}",
            $"projectId: {Scalar(header.ProjectId)}",
            $"taskGroup: {Scalar(header.TaskGroup)}",
            $"date: {Scalar(header.TaskDate)}",
            .. report.TaskType == TaskType.ImplementationPlanning ? ["approved: false"] : Array.Empty<string>(),
            "---",
        ];
        return string.Join('\n', lines);
    }

    // A plain YAML scalar where that is unambiguous, a double-quoted one where YAML would read a number, a boolean or a mapping.
    private static string Scalar(string value) => IsPlain(FrontMatter.Scalar(value)) ? FrontMatter.Scalar(value) : FrontMatter.Array([value])[1..^1];

    private static bool IsPlain(string value) =>
        (char.IsAsciiLetter(value[0]) || IsDate(value))
        && value.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '/' or ':')
        && value[^1] != ':'
        && value.ToUpperInvariant() is not ("TRUE" or "FALSE" or "NULL" or "YES" or "NO" or "ON" or "OFF" or "Y" or "N");

    private static bool IsDate(string value) =>
        value.Length == 10 && value[4] == '-' && value[7] == '-' && value.Where((_, index) => index is not (4 or 7)).All(char.IsAsciiDigit);
}
