using Okstra.Core.Phases;
using Okstra.Core.Problems;
using Okstra.Core.Tasks;
using Okstra.Engine.Preparation;
using Okstra.State.Layout;

namespace Okstra.Engine.Phases;

/// <summary>Collects what the entry gate of a phase asks for and opens it; writes nothing. The caller holds the task's mutex.</summary>
internal sealed class PhaseEntry(RunServices services)
{
    /// <exception cref="UserErrorException">The gate stays closed; the message names what is missing.</exception>
    public Task<EnteredPhase> EnterAsync(CheckedRequest wanted, StateLayout state, CancellationToken cancellationToken) => wanted.Type switch
    {
        TaskType.Implementation => Task.FromResult(new ImplementationEntry(services).Enter(wanted, state)),
        TaskType.FinalVerification => new VerificationEntry(services).EnterAsync(wanted, state, cancellationToken),
        TaskType.ReleaseHandoff => new HandOffEntry(services).EnterAsync(wanted, state, cancellationToken),
        _ => Task.FromResult(EnteredPhase.Analysis),
    };

    /// <summary>Options that belong to other phases, and values that can be judged by their form alone.</summary>
    /// <exception cref="UserErrorException">One of them is wrong.</exception>
    public static IReadOnlyList<QaWaiver> CheckOptions(PrepareRequest request, TaskType type)
    {
        PhaseOptions.RefuseForeign(type, Given(request));
        return [.. request.QaWaivers.Select(QaWaiver.Parse)];
    }

    internal static void Require(Problem? problem)
    {
        if (problem is not null)
        {
            throw new UserErrorException(problem);
        }
    }

    private static IEnumerable<string> Given(PrepareRequest request)
    {
        (string Name, bool Given)[] options =
        [
            ("--executor", request.Executor is not null),
            ("--stage", request.Stage is not null),
            ("--qa-waiver", request.QaWaivers.Count > 0),
            ("--source-report", request.SourceReports.Count > 0),
            ("--verification-scope", request.VerificationScope is not null),
            ("--pr-template-path", request.PrTemplatePath is not null),
        ];
        return options.Where(option => option.Given).Select(option => option.Name);
    }
}
