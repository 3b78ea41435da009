namespace Okstra.Core.Simulation;

/// <summary>The policies by name.</summary>
public static class SimulatedPolicies
{
    public const string RefuteAll = "refute-all";

    /// <summary>Rules that only count who raised a finding.</summary>
    public static IReadOnlyList<SimulatedPolicy> Raised { get; } =
    [
        new("single", AcceptanceRule.Single, null),
        new("union", AcceptanceRule.Union, null),
        new("majority-raised", AcceptanceRule.MajorityRaised, null),
    ];

    /// <summary>Everything that has a name of its own.</summary>
    public static IReadOnlyList<SimulatedPolicy> All { get; } =
    [
        .. Raised,
        new("unanimous-raised", AcceptanceRule.UnanimousRaised, null),
        .. VerifierProfile.All.SelectMany(WithVerifier),
    ];

    /// <summary>What a plain invocation answers.</summary>
    public static IReadOnlyList<SimulatedPolicy> Default { get; } = Named("majority-agreeable", "veto-evidence", RefuteAll, "refute-all-oracle");

    /// <summary>What a plain invocation prints: the reference table, which also shows what evidence does to a mere majority.</summary>
    public static IReadOnlyList<SimulatedPolicy> Reference { get; } = Named("majority-agreeable", "majority-evidence", "veto-evidence", RefuteAll, "refute-all-oracle");

    /// <summary>The three rules that ask verifiers, with verifiers of this kind.</summary>
    public static IReadOnlyList<SimulatedPolicy> WithVerifier(VerifierProfile profile)
    {
        var suffix = profile == VerifierProfile.Agreeable ? "agreeable"
            : profile == VerifierProfile.EvidenceObliged ? "evidence"
            : profile == VerifierProfile.OracleAssisted ? "oracle"
            : VerifierProfile.CustomName;
        return
        [
            new($"majority-{suffix}", AcceptanceRule.Classic, profile),
            new($"veto-{suffix}", AcceptanceRule.Veto, profile),
            new(profile == VerifierProfile.EvidenceObliged ? RefuteAll : $"{RefuteAll}-{suffix}", AcceptanceRule.Evidence, profile),
        ];
    }

    private static IReadOnlyList<SimulatedPolicy> Named(params IEnumerable<string> names) =>
        [.. Raised, .. names.Select(name => All.First(policy => string.Equals(policy.Name, name, StringComparison.Ordinal)))];
}
