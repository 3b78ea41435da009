using Okstra.Core.Tasks;
using Okstra.State.Layout;

namespace Okstra.Engine.Clarifications;

/// <summary>What the ledger calls a run.</summary>
internal static class RunNames
{
    private const string Prefix = "final-report-";

    public static string Of(RunLayout run) => $"{run.Type.Token()}-{run.Seq}";

    // final-report-error-analysis-001.answered.md; any other file is called by its name.
    public static string OfReport(string path)
    {
        var name = Path.GetFileName(path);
        return name.StartsWith(Prefix, StringComparison.Ordinal) && name.IndexOf('.', StringComparison.Ordinal) is > 0 and var end && end > Prefix.Length ? name[Prefix.Length..end] : name;
    }
}
