using System.Globalization;
using Okstra.Core.Findings;

namespace Okstra.Core.Reports;

/// <summary>Where a finding or a citation points, as one short text.</summary>
public static class FindingPlaces
{
    /// <summary>The first citation that carries the finding, else the first one, else nothing.</summary>
    public static Evidence? Primary(ReportFinding finding) => finding.Evidence.FirstOrDefault(evidence => evidence.Carries) ?? (finding.Evidence.Count == 0 ? null : finding.Evidence[0]);

    /// <summary><c>src/a.cs:12-14</c>, the commit, the command line, or <c>server.table</c>.</summary>
    public static string Of(Evidence evidence) => evidence.Kind switch
    {
        "file" => evidence.StartLine == evidence.EndLine || evidence.EndLine is null
            ? string.Create(CultureInfo.InvariantCulture, $"{evidence.Path}:{evidence.StartLine}")
            : string.Create(CultureInfo.InvariantCulture, $"{evidence.Path}:{evidence.StartLine}-{evidence.EndLine}"),
        "commit" => evidence.Sha ?? "",
        "command" => string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', evidence.Argv ?? [])} (exit {evidence.ExitCode})"),
        _ => $"{evidence.Server}.{evidence.Table}: {evidence.Select}",
    };

    /// <summary>The primary place of a finding, or its id when it cites nothing.</summary>
    public static string Of(ReportFinding finding) => Primary(finding) is { } evidence ? Of(evidence) : finding.Id;
}
