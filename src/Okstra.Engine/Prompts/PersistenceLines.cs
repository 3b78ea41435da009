using Okstra.Core.Tasks;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Prompts;

/// <summary>Phase 7 for a lead that writes the report itself, in its order (R-REP-75, R-REP-78).</summary>
internal static class PersistenceLines
{
    public static string Render(RunBundle bundle)
    {
        if (bundle.Type.IsAnalysis())
        {
            return "okstra writes report and state of this run itself; nothing is to be collected or persisted by hand.";
        }

        var (layout, key) = (bundle.Layout, bundle.Key);
        return $"""
            1. BLOCKING, before anything else: `okstra token-usage {layout.TeamState} --write-team-state --substitute-final-report`, with both flags. Leaving the second one out is a mistake: the report would keep its placeholders.
            2. `okstra spawn-followups {layout.ReportMarkdown} --project-root {bundle.Manifest.ProjectRoot} --task-group {key.Group} --parent-task-key {key}`
            3. Take the lines it prints into section 6 of the report.
            4. `okstra finish {layout.ReportMarkdown} --lead-session <id of this session>`, which persists everything else.
            """.ReplaceLineEndings("\n");
    }
}
