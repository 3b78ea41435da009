using System.Globalization;
using Okstra.Core.Problems;
using Okstra.Core.Usage;
using Okstra.Core.Workers;
using Okstra.Engine.Dispatching;
using Okstra.Engine.Workers;

namespace Okstra.Engine.Leading;

/// <summary>From what a lead says to what the native lead would have got for it.</summary>
internal static class LeadAnswers
{
    /// <exception cref="UserErrorException">The answer breaks its contract, or it is called malformed and is not.</exception>
    public static DispatchResult Read(DispatchOrder order, LeadAnswer answer)
    {
        var answered = new DriverOutcome.Answered(answer.Text ?? "") { SessionId = answer.SessionId, Models = Models(answer) };
        if (answer.ContractViolation)
        {
            return Violation(order, answer, answered);
        }

        if (answer.Status != WorkerStatus.Completed)
        {
            return Failed(answer, answer.Status, "cli-failure", answer.Reason ?? "");
        }

        return WireContract.TryRead(order, answered, out var result, out var problem)
            ? result
            : throw new UserErrorException(new Problem(
                problem.Code,
                $"nothing was recorded for {Named(order)}: {problem.Message}",
                $"{problem.Hint}; have the worker answer once more, and if that fails too, record the answer with --contract-violation"));
    }

    private static IReadOnlyList<ModelUsage> Models(LeadAnswer answer) => answer.Usage is { } usage ? [new ModelUsage(null, usage)] : [];

    public static string Named(DispatchOrder order) =>
        string.Create(CultureInfo.InvariantCulture, $"'{order.Entry.Worker}' in round {order.Round}, batch {order.Batch}");

    private static DispatchResult Violation(DispatchOrder order, LeadAnswer answer, DriverOutcome.Answered answered)
    {
        if (answer.Text is null)
        {
            return Failed(answer, WorkerStatus.Error, "contract-violation", $"contract-violation: {answer.Reason}");
        }

        return WireContract.TryRead(order, answered, out _, out var problem)
            ? throw new UserErrorException("OKS0547", $"the answer of {Named(order)} obeys its contract", "record it without --contract-violation")
            : WireContract.Violation(answered, problem);
    }

    private static DispatchResult Failed(LeadAnswer answer, WorkerStatus status, string category, string reason) => new()
    {
        Outcome = new DriverOutcome.Failed(status, category, reason) { SessionId = answer.SessionId, Models = Models(answer) },
    };
}
