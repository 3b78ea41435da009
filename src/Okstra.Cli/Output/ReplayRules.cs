namespace Okstra.Cli.Output;

/// <summary>Rules, and what they make of the run's answers.</summary>
/// <param name="Policy"><c>evidence</c> or <c>classic</c>.</param>
/// <param name="MaxRounds">1 to 3.</param>
/// <param name="Rounds">Rounds that ran, or would have.</param>
/// <param name="Classifications">The four classes and <c>withdrawn</c>; <c>undetermined</c> beside them in a replay. They sum to the number of findings.</param>
internal sealed record ReplayRules(string Policy, int MaxRounds, int Rounds, IReadOnlyDictionary<string, int> Classifications);
