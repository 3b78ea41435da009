using System.Globalization;
using Okstra.Core.Problems;
using Okstra.Core.Text;

namespace Okstra.Core.Stages;

/// <summary>Which stage a run takes up (R-WT-47, R-OPN-58).</summary>
public sealed class StageChoice
{
    /// <summary>Leaves the choice to okstra.</summary>
    public const string Auto = "auto";

    public required StagePlan Plan { get; init; }

    /// <summary>Fold of the plan's consumers.</summary>
    public required IReadOnlyDictionary<int, StageRecord> Ledger { get; init; }

    /// <summary>Stages with an active worktree that are started and not done.</summary>
    public required IReadOnlyCollection<int> Occupied { get; init; }

    /// <summary>Those of them that a living process works on now.</summary>
    public required IReadOnlyCollection<int> Live { get; init; }

    /// <param name="wanted"><c>auto</c> or a number; a number may name an occupied stage nobody works on now, which resumes it (R-WT-46).</param>
    /// <exception cref="UserErrorException">The stage cannot be taken up; every reason has its own code.</exception>
    public PlannedStage Choose(string wanted)
    {
        if (string.Equals(wanted.Trim(), Auto, StringComparison.OrdinalIgnoreCase))
        {
            return Earliest();
        }

        if (!int.TryParse(wanted.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw new UserErrorException("OKS0689", $"'{SafeText.OneLine(wanted, 80)}' is not a stage", "--stage takes a number or auto");
        }

        var stage = Plan.Find(number)
            ?? throw new UserErrorException("OKS0690", $"the plan has no stage {number}; it has {List(Plan.Stages.Select(known => known.Number))}", "choose one of these, or auto");
        if (IsDone(number))
        {
            throw new UserErrorException("OKS0691", $"stage {number} is done already, at {Ledger[number].HeadSha}", "choose another stage, or auto");
        }

        if (Missing(stage) is [_, ..] missing)
        {
            throw new UserErrorException("OKS0692", $"stage {number} is built on {Named(missing)}, not done yet", "finish that first, or choose auto");
        }

        return Live.Contains(number)
            ? throw new UserErrorException("OKS0694", $"stage {number} is active in another run: {Ledger[number].RunDir}", "wait for that run, or choose another stage")
            : stage;
    }

    private static string List(IEnumerable<int> numbers) => string.Join(", ", numbers);

    private static string Named(IReadOnlyList<int> stages) => $"{(stages.Count == 1 ? "stage" : "stages")} {List(stages)}";

    private PlannedStage Earliest() => Plan.Stages.FirstOrDefault(stage => WhyNot(stage) is null)
        ?? throw new UserErrorException(
            "OKS0693",
            $"no stage can be started: {string.Join("; ", Plan.Stages.Select(stage => $"stage {stage.Number} {WhyNot(stage)}"))}",
            Plan.Stages.All(stage => IsDone(stage.Number)) ? "every stage is done; verify them next" : "finish or resume what is under way with --stage <number>");

    private string? WhyNot(PlannedStage stage)
    {
        if (IsDone(stage.Number))
        {
            return "is done";
        }

        return Occupied.Contains(stage.Number) ? "is active in another run"
            : Missing(stage) is [_, ..] missing ? $"waits for {Named(missing)}"
            : null;
    }

    private List<int> Missing(PlannedStage stage) => [.. stage.DependsOn.Where(number => !IsDone(number))];

    private bool IsDone(int number) => Ledger.TryGetValue(number, out var record) && record.IsDone;
}
