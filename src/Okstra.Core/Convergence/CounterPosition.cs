using Okstra.Core.Findings;

namespace Okstra.Core.Convergence;

/// <summary>An argument of the previous round, without its author and without a tally.</summary>
/// <param name="Against">True when it speaks against the finding, false when for it.</param>
/// <param name="Argument">The reason, verbatim.</param>
/// <param name="Citations">Checked; their worker is blank.</param>
public sealed record CounterPosition(bool Against, string Argument, IReadOnlyList<Evidence> Citations);
