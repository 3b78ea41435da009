using Okstra.Core.Convergence;
using Okstra.Core.Findings;

namespace Okstra.Engine.Auditing;

/// <summary>The checks lens.</summary>
public sealed class ChecksAuditor : IAuditor
{
    public string Worker => "auditor-checks";

    public Task<AuditOutcome> AnalyseAsync(AuditContext context, CancellationToken cancellationToken) =>
        Task.FromResult<AuditOutcome>(new AuditOutcome.NotRun("not-available-yet"));

    public Task<ReverifyAnswer> ReverifyAsync(AuditContext context, IReadOnlyList<ClusteredFinding> findings, CancellationToken cancellationToken) =>
        Task.FromResult(new ReverifyAnswer
        {
            Votes = [.. findings.Select(finding => new VoteAnswer { FindingId = finding.Id, Vote = Vote.Unverifiable, Reason = "this lens has nothing to say here" })],
        });
}
