using System.Text.Json;
using Okstra.Core.Convergence;
using Okstra.Core.Planning;

namespace Okstra.Core.Reports;

/// <summary>
/// Section 4.5: the plan the report writer merged when it is at least as sound as every proposal, otherwise the soundest proposal. Sound means few blocking flaws first, then few
/// claims of its author left unconfirmed, then many confirmed; between equals the roster decides.
/// </summary>
internal static class PlanComposer
{
    public static PlanSection Compose(ReportMaterial material, NarrativeFields written, string writer)
    {
        var proposals = material.Analyses
            .Where(dispatch => dispatch is { Usable: true } && PlanReader.Proposal(dispatch.Answer?.Plan).ValueKind == JsonValueKind.Object)
            .Select(dispatch => Judge(material, dispatch.Worker, dispatch.Answer!.Plan))
            .ToList();
        if (proposals.Count == 0)
        {
            return PlanReader.Read(null, null, material.Inputs.TaskKey.Task);
        }

        var soundest = proposals.OrderBy(proposal => proposal.Gaps).ThenBy(proposal => proposal.Open).ThenByDescending(proposal => proposal.Confirmed).First();
        var merged = PlanReader.Proposal(written.Plan).ValueKind == JsonValueKind.Object ? Judge(material, writer, written.Plan) : null;
        var used = merged is not null && merged.Gaps <= soundest.Gaps ? merged : soundest;
        return used.Plan with
        {
            Proposals = [.. proposals.Select(proposal => new PlanProposal(
                proposal.Worker, proposal.Plan.Recommended?.Option ?? "", proposal.Confirmed, proposal.Open, proposal.Blocking, proposal.Plan.Review.Count - proposal.Blocking, ReferenceEquals(proposal, used)))],
        };
    }

    private static Judged Judge(ReportMaterial material, string worker, JsonElement? proposal)
    {
        var plan = PlanReader.Read(worker, proposal, material.Inputs.TaskKey.Task);
        var existing = material.Inputs.KnownPaths;
        var claims = material.Findings.Where(finding => finding.Authors.Contains(worker, StringComparer.Ordinal)).ToList();
        var confirmed = claims.Count(finding => finding.Classification is FindingClass.FullConsensus or FindingClass.PartialConsensus);
        var review = PlanReview.Of(plan, new PlanReviewFacts(material.TicketIds, existing is null ? null : existing.Contains, material.Texts));
        return new Judged(worker, plan with { Review = review }, confirmed, claims.Count - confirmed);
    }

    private sealed record Judged(string Worker, PlanSection Plan, int Confirmed, int Open)
    {
        public int Blocking { get; } = Plan.Review.Count(flaw => flaw.Blocking);

        /// <summary>Blocking flaws of the plan's own making: asking an honest question is none.</summary>
        public int Gaps { get; } = Plan.Review.Count(flaw => flaw.Blocking && flaw.Rule != PlanRule.OpenAndBlocking.Id);
    }
}
