using Okstra.Core.HandOff;

namespace Okstra.Cli.Output;

/// <summary><c>okstra handoff eligible</c> (R-OPN-39).</summary>
/// <param name="Ok">Always true: a refusal has a shape of its own.</param>
/// <param name="Stages">Every stage of the plan, by number.</param>
/// <param name="Eligible">Numbers of the eligible ones.</param>
internal sealed record EligibleAnswer(bool Ok, IReadOnlyList<StageJudgement> Stages, IReadOnlyList<int> Eligible);
