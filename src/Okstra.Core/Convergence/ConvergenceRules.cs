using Okstra.Core.Findings;
using Okstra.Core.Problems;
using Okstra.Core.Tasks;

namespace Okstra.Core.Convergence;

/// <summary>Tokens and limits of convergence.</summary>
public static class ConvergenceRules
{
    /// <summary>Limit of R-CVG-02.</summary>
    public const int MaxRoundsLimit = 3;

    /// <summary>R-CVG-03.</summary>
    public static IReadOnlyList<string> VerificationModes { get; } = ["lightweight", "full-reanalysis"];

    /// <summary>Design: convergence. The default first.</summary>
    public static IReadOnlyList<string> Policies { get; } = ["evidence", "classic"];

    /// <summary>Who groups the findings of round 0; the default first.</summary>
    public static IReadOnlyList<string> Groupings { get; } = ["rules", "lead"];

    /// <summary>Rounds that hold: as requested, otherwise 1 for requirements discovery and 2 for every other task type (R-CVG-02, R-CVG-04).</summary>
    public static int EffectiveMaxRounds(TaskType taskType, int? requested) => requested switch
    {
        null => taskType == TaskType.RequirementsDiscovery ? 1 : 2,
        >= 1 and <= MaxRoundsLimit => requested.Value,
        _ => throw new UserErrorException("OKS0341", $"convergence.maxRounds is {requested}; valid: 1, 2, 3", "leave it out for the default of the task type, or set 1 to 3"),
    };

    /// <summary>The config of a run, every default resolved (R-CVG-01…04).</summary>
    /// <exception cref="UserErrorException">A value that is not one of the valid ones.</exception>
    public static ConvergenceConfig Resolve(TaskType taskType, ConvergenceSettings settings)
    {
        if (!VerificationModes.Contains(settings.VerificationMode, StringComparer.Ordinal))
        {
            throw new UserErrorException("OKS0342", $"convergence.verificationMode is '{SafeText(settings.VerificationMode)}'; valid: {string.Join(", ", VerificationModes)}", "correct the task manifest or the flag");
        }

        return new ConvergenceConfig
        {
            // Single-lead: there is nobody to cross-verify (R-CVG-05).
            Enabled = settings.Enabled && taskType != TaskType.ReleaseHandoff,
            RequestedMaxRounds = settings.MaxRounds,
            EffectiveMaxRounds = EffectiveMaxRounds(taskType, settings.MaxRounds),
            VerificationMode = settings.VerificationMode,
            Policy = ParsePolicy(settings.Policy),
            Grouping = ParseGrouping(settings.Grouping),
        };
    }

    /// <summary>The policy of a token.</summary>
    public static ConvergencePolicy ParsePolicy(string token) => token switch
    {
        "evidence" => ConvergencePolicy.Evidence,
        "classic" => ConvergencePolicy.Classic,
        _ => throw new UserErrorException("OKS0343", $"convergence.policy is '{SafeText(token)}'; valid: {string.Join(", ", Policies)}", "correct the task manifest or the flag"),
    };

    /// <summary>Token of a policy in documents and flags.</summary>
    public static string Token(this ConvergencePolicy policy) => policy switch
    {
        ConvergencePolicy.Evidence => "evidence",
        ConvergencePolicy.Classic => "classic",
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "not a policy"),
    };

    /// <summary>The grouping of a token.</summary>
    public static GroupingMode ParseGrouping(string token) => token switch
    {
        "rules" => GroupingMode.Rules,
        "lead" => GroupingMode.Lead,
        _ => throw new UserErrorException("OKS0344", $"convergence.grouping is '{SafeText(token)}'; valid: {string.Join(", ", Groupings)}", "correct the task manifest or the flag"),
    };

    /// <summary>Token of a grouping in documents and flags.</summary>
    public static string Token(this GroupingMode grouping) => grouping switch
    {
        GroupingMode.Rules => "rules",
        GroupingMode.Lead => "lead",
        _ => throw new ArgumentOutOfRangeException(nameof(grouping), grouping, "not a grouping"),
    };

    /// <summary>Token of a vote on the wire and in documents.</summary>
    public static string Token(this Vote vote) => vote switch
    {
        Vote.Agree => "AGREE",
        Vote.Disagree => "DISAGREE",
        Vote.Unverifiable => "UNVERIFIABLE",
        Vote.Withdraw => "WITHDRAW",
        Vote.Maintain => "MAINTAIN",
        Vote.Concern => "CONCERN",
        Vote.VerificationError => "verification-error",
        _ => throw new ArgumentOutOfRangeException(nameof(vote), vote, "not a vote"),
    };

    /// <summary>Token of a class in documents (R-CON-58).</summary>
    public static string Token(this FindingClass classification) => classification switch
    {
        FindingClass.FullConsensus => "full-consensus",
        FindingClass.PartialConsensus => "partial-consensus",
        FindingClass.WorkerUnique => "worker-unique",
        FindingClass.Contested => "contested",
        FindingClass.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(classification), classification, "not a class"),
    };

    /// <summary>The three classes of R-CVG-09.</summary>
    public static bool IsConfirmed(this FindingClass classification) => classification <= FindingClass.WorkerUnique;

    private static string SafeText(string text) => Text.SafeText.OneLine(text, 80);
}
