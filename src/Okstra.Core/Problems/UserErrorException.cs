namespace Okstra.Core.Problems;

/// <summary>Carries a <see cref="Problem"/> to the one place that prints it.</summary>
public sealed class UserErrorException(Problem problem, Exception? innerException = null) : Exception(problem.Message, innerException)
{
    public UserErrorException(string code, string message, string? hint = null)
        : this(new Problem(code, message, hint))
    {
    }

    public Problem Problem { get; } = problem;
}
