using Okstra.Core.Problems;

namespace Okstra.Core.Findings;

/// <summary>Leaves a contract reader at the first violation; never leaves <see cref="AnswerParser"/>.</summary>
internal sealed class ContractException(Problem problem) : Exception(problem.Message)
{
    public Problem Problem { get; } = problem;
}
