namespace Okstra.Core.Simulation;

/// <summary>What one policy kept and asked, counted; whole numbers, so that no order of adding matters.</summary>
/// <param name="TruePositives">Kept findings that name a defect.</param>
/// <param name="FalsePositives">Kept findings that do not.</param>
/// <param name="Calls">Questions put to verifiers.</param>
public readonly record struct PolicyTally(long TruePositives, long FalsePositives, long Calls)
{
    public static PolicyTally operator +(PolicyTally left, PolicyTally right) =>
        new(left.TruePositives + right.TruePositives, left.FalsePositives + right.FalsePositives, left.Calls + right.Calls);

    public PolicyTally With(bool isTrue, FindingOutcome outcome) =>
        new(TruePositives + (outcome.Accepted && isTrue ? 1 : 0), FalsePositives + (outcome.Accepted && !isTrue ? 1 : 0), Calls + outcome.Calls);
}
