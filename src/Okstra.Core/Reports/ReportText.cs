using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Okstra.Core.Problems;

namespace Okstra.Core.Reports;

/// <summary>A report document as its file has it, and back.</summary>
public static class ReportText
{
    /// <summary>A larger file is not a report: 16 MiB.</summary>
    public const int MaximumLength = 16 * 1024 * 1024;

    private static readonly ReportsJson Json = new(new JsonSerializerOptions(ReportsJson.Default.Options)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    });

    /// <summary>Two-space indentation, letters of any script as they are, a newline at the end (R-LAY-87).</summary>
    public static string Write(ReportDocument report) => JsonSerializer.Serialize(report, Json.ReportDocument) + "\n";

    /// <summary>Strict: an unknown, missing or null member is refused with the place it stands at.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out ReportDocument? report, out Problem problem, out string pointer)
    {
        report = null;
        pointer = "";
        problem = new Problem("OKS0401", "the report data is empty", "run the report stage again with okstra resume");
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        if (text.Length > MaximumLength)
        {
            problem = new Problem("OKS0402", $"the report data is larger than {MaximumLength} characters", "it was not written by okstra; run the report stage again with okstra resume");
            return false;
        }

        try
        {
            report = JsonSerializer.Deserialize(text, Json.ReportDocument);
        }
        catch (JsonException failure)
        {
            pointer = JsonPointer.FromPath(failure.Path);
            problem = new Problem("OKS0403", $"the report data does not satisfy final-report.v1.json at {(pointer.Length == 0 ? "the root" : pointer)}: {FirstLine(failure.Message)}", "run the report stage again with okstra resume");
            return false;
        }

        if (report is { SchemaVersion: > 1 })
        {
            problem = new Problem("OKS0404", $"the report data has schema version {report.SchemaVersion}; this okstra reads up to 1: it was written by a newer okstra", "update okstra");
            report = null;
        }

        return report is not null;
    }

    private static string FirstLine(string message)
    {
        var end = message.IndexOf(" Path:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
