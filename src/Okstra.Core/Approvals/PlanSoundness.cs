using Okstra.Core.Planning;
using Okstra.Core.Problems;
using Okstra.Core.Stages;
using Okstra.Core.Text;

namespace Okstra.Core.Approvals;

/// <summary>Whether a plan may be approved at all: nothing its self-review found stands in the way (R-PHS-035, R-PHS-036, R-PHS-040).</summary>
public static class PlanSoundness
{
    private const int NamedFlaws = 5;

    /// <param name="document">The plan's data.</param>
    /// <param name="markdown">The report as it reads now: an open question is settled where its status says so.</param>
    /// <param name="report">Path of the report, for the message.</param>
    /// <exception cref="UserErrorException">Something blocks.</exception>
    public static void Require(StagePlanDocument? document, string markdown, string report)
    {
        var standing = (document?.Plan?.Review ?? []).OfType<PlanFlaw>().Where(flaw => flaw.Blocking && !IsSettled(flaw, markdown)).ToList();
        if (standing.Count == 0)
        {
            return;
        }

        var named = string.Join("; ", standing.Take(NamedFlaws).Select(flaw => SafeText.OneLine($"{flaw.Rule} {flaw.Place}: {flaw.Message}", 300)));
        var more = standing.Count > NamedFlaws ? $"; and {standing.Count - NamedFlaws} more" : "";
        throw new UserErrorException(
            "OKS0910",
            $"the plan '{report}' cannot be approved, its self-review found: {named}{more}",
            standing.All(IsQuestion)
                ? "settle each question: write the answer into its row in 4.5.9 and change its status from 'open' to 'resolved'"
                : "start another planning run that names these points in its brief, or correct the report and read it in with: okstra report import");
    }

    private static bool IsQuestion(PlanFlaw flaw) => flaw.Rule == PlanRule.OpenAndBlocking.Id;

    // | OQ-001 | DEV-9436 | Which rounding? | yes | a mode | answered |
    private static bool IsSettled(PlanFlaw flaw, string markdown)
    {
        if (!IsQuestion(flaw))
        {
            return false;
        }

        var id = flaw.Place.Split(' ')[^1];
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n').Where(MarkdownRow.Is))
        {
            if (MarkdownRow.Texts(line) is [var first, .., var status] && first.Trim('`', ' ') == id)
            {
                return status.Trim('`', ' ').Length > 0 && !status.Trim('`', ' ').Equals("open", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }
}
