using System.Text.Json;
using Okstra.Core.Findings;
using Okstra.Core.Workers;
using Okstra.Engine.Auditing;
using Okstra.State.Documents;

namespace Okstra.Engine.Workers;

/// <summary>Runs a built-in auditor in this process; its answer goes through the same contract as an agent's.</summary>
public sealed class AuditorDriver(IAuditor auditor, AuditContext context) : IAgentDriver
{
    public string Id => auditor.Worker;

    /// <summary>It reads the frozen source through the engine and never writes.</summary>
    public bool NeedsTree => false;

    public string? WhyUnavailable() => null;

    public async Task<DriverOutcome> RunAsync(DispatchRequest request, CancellationToken cancellationToken)
    {
        if (request.Kind == AnswerKind.Votes)
        {
            var votes = await auditor.ReverifyAsync(context, request.Findings, cancellationToken);
            return new DriverOutcome.Answered(JsonSerializer.Serialize(votes, StateJson.ForDocument(FindingsJson.Default.ReverifyAnswer)));
        }

        return await auditor.AnalyseAsync(context, cancellationToken) switch
        {
            AuditOutcome.Answered answered => new DriverOutcome.Answered(JsonSerializer.Serialize(answered.Answer, StateJson.ForDocument(FindingsJson.Default.WorkerAnswer))),
            AuditOutcome.NotRun notRun => new DriverOutcome.Failed(WorkerStatus.NotRun, "tool-failure", notRun.Reason),
            _ => throw new InvalidOperationException("an auditor ended in an unknown way"),
        };
    }
}
