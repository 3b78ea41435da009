using Okstra.Core.Convergence;
using Okstra.Core.Findings;

namespace Okstra.Engine.Auditing;

/// <summary>A deterministic worker without a model: one lens on the frozen source.</summary>
public interface IAuditor
{
    /// <summary><c>auditor-trace</c>, <c>auditor-history</c> or <c>auditor-checks</c>.</summary>
    string Worker { get; }

    Task<AuditOutcome> AnalyseAsync(AuditContext context, CancellationToken cancellationToken);

    /// <summary>One vote for each finding, in order: AGREE and DISAGREE only with evidence of this lens.</summary>
    Task<ReverifyAnswer> ReverifyAsync(AuditContext context, IReadOnlyList<ClusteredFinding> findings, CancellationToken cancellationToken);
}
