using Okstra.Core.Findings;

namespace Okstra.Engine.Auditing;

/// <summary>How an auditor's analysis ended.</summary>
public abstract record AuditOutcome
{
    private AuditOutcome()
    {
    }

    public sealed record Answered(WorkerAnswer Answer) : AuditOutcome;

    /// <summary>There was nothing its lens could look at; <paramref name="Reason"/> is a token such as <c>no-qa-commands</c>.</summary>
    public sealed record NotRun(string Reason) : AuditOutcome;
}
