using System.CommandLine;
using System.Globalization;
using Okstra.Core.Convergence;
using Okstra.Core.Problems;
using Okstra.Core.Simulation;

namespace Okstra.Cli.Commands;

/// <summary>The options of <c>simulate</c>, read as text so that a value that is no number is a refusal with the valid range, not a syntax error.</summary>
internal sealed class SimulateOptions
{
    /// <summary>Every JSON reader can hold it exactly.</summary>
    private const ulong MaxSeed = (1UL << 53) - 1;

    private readonly Option<string?> _seed = Text("--seed", "Seed of the random numbers; default 7.");
    private readonly Option<string?> _changes = Text("--changes", "Simulated changes per case; default 20000.");
    private readonly Option<string?> _workers = Text("--workers", "Workers, 2 to 5; default 3.");
    private readonly Option<string?> _rounds = Text("--rounds", "Re-verification rounds, 1 to 3; default 1.");
    private readonly Option<string?> _emptyRate = Text("--empty-rate", "Probability that an answer comes back empty; default 0.");
    private readonly Option<string?> _commonShock = Text("--common-shock", "Probability that all workers fail together on a defect or a finding; default 0.");
    private readonly Option<string?> _detection = Text("--detection", "Custom case: probability that one worker finds a defect.");
    private readonly Option<string?> _precision = Text("--precision", "Custom case: share of one worker's findings that is right, instead of --false-findings.");
    private readonly Option<string?> _falseFindings = Text("--false-findings", "Custom case: false findings that one worker invents per change.");
    private readonly Option<string?> _rho = Text("--rho", "Custom case: correlation of the workers' hits and of the verifiers' answers.");
    private readonly Option<string?> _shared = Text("--shared", "Custom case: probability that another worker repeats a false finding.");
    private readonly Option<string?> _policy = Text("--policy", "Comma list of the policies to compare, or 'all'.");
    private readonly Option<string?> _verifier = Text("--verifier", "Compare the policies with verifiers of this kind: agreeable, evidence-obliged or oracle-assisted.");
    private readonly Option<string?> _tpr = Text("--tpr", "Probability that a verifier confirms a true finding; default: as --verifier.");
    private readonly Option<string?> _tnr = Text("--tnr", "Probability that a verifier rejects a false finding; default: as --verifier.");

    public void AddTo(Command command)
    {
        Option[] all = [_seed, _changes, _workers, _rounds, _emptyRate, _commonShock, _detection, _precision, _falseFindings, _rho, _shared, _policy, _verifier, _tpr, _tnr];
        foreach (var option in all)
        {
            command.Options.Add(option);
        }
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="unasked">The policies when none are named.</param>
    /// <exception cref="UserErrorException">A value out of its range, or two that exclude each other.</exception>
    public SimulationSettings Read(ParseResult parsed, IReadOnlyList<SimulatedPolicy> unasked)
    {
        var workers = Whole(parsed, _workers, SimulationLimits.MinWorkers, SimulationLimits.MaxWorkers) ?? SimulationSettings.DefaultWorkers;
        var settings = new SimulationSettings
        {
            Seed = Seed(parsed.GetValue(_seed)),
            Changes = Whole(parsed, _changes, 1, SimulationLimits.MaxChanges) ?? SimulationSettings.DefaultChanges,
            Workers = workers,
            Rounds = Whole(parsed, _rounds, 1, ConvergenceRules.MaxRoundsLimit) ?? 1,
            EmptyRate = Number(parsed, _emptyRate, 0, 1) ?? 0,
            CommonShock = Number(parsed, _commonShock, 0, 1) ?? 0,
            Cases = Custom(parsed, workers) is { } custom ? [custom] : SimulatedCases.Default,
            Policies = Policies(parsed.GetValue(_policy), Verifier(parsed), unasked),
        };
        SimulationLimits.Check(settings);
        return settings;
    }

    private SimulatedCase? Custom(ParseResult parsed, int workers)
    {
        var detection = Number(parsed, _detection, 0, 1);
        var precision = Number(parsed, _precision, SimulationLimits.MinPrecision, 1);
        var falseFindings = Number(parsed, _falseFindings, 0, SimulationLimits.MaxFalseFindings);
        var rho = Number(parsed, _rho, 0, 1);
        var shared = Number(parsed, _shared, 0, 1);
        if (precision is not null && falseFindings is not null)
        {
            throw new UserErrorException("OKS0561", "--precision and --false-findings say the same thing in two ways", "give one of them");
        }

        if ((detection ?? precision ?? falseFindings ?? rho ?? shared) is null)
        {
            return null;
        }

        var custom = SimulatedCases.Custom(detection, falseFindings, rho, shared);
        return precision is { } wanted
            ? custom with { FalseFindings = SimulatedCase.FalseFindingsFor(wanted, custom.Detection, custom.Shared, workers) }
            : custom;
    }

    private VerifierProfile? Verifier(ParseResult parsed)
    {
        var name = parsed.GetValue(_verifier);
        var tpr = Number(parsed, _tpr, 0, 1);
        var tnr = Number(parsed, _tnr, 0, 1);
        var profile = name is null
            ? VerifierProfile.EvidenceObliged
            : VerifierProfile.All.FirstOrDefault(profile => string.Equals(profile.Name, name, StringComparison.Ordinal))
                ?? throw SimulationLimits.Refusal(_verifier.Name, $"'{name}'", string.Join(", ", VerifierProfile.All.Select(profile => profile.Name)));
        return tpr is null && tnr is null ? name is null ? null : profile : new VerifierProfile(VerifierProfile.CustomName, tpr ?? profile.Tpr, tnr ?? profile.Tnr);
    }

    private IReadOnlyList<SimulatedPolicy> Policies(string? names, VerifierProfile? verifier, IReadOnlyList<SimulatedPolicy> unasked)
    {
        if (names is null)
        {
            return verifier is null ? unasked : [.. SimulatedPolicies.Raised, .. SimulatedPolicies.WithVerifier(verifier)];
        }

        List<SimulatedPolicy> known = [.. SimulatedPolicies.All, .. verifier is { Name: VerifierProfile.CustomName } ? SimulatedPolicies.WithVerifier(verifier) : []];
        return string.Equals(names, "all", StringComparison.Ordinal)
            ? known
            : [.. names.Split(',').Select(name => name.Trim()).Distinct(StringComparer.Ordinal).Select(name => known.Find(policy => string.Equals(policy.Name, name, StringComparison.Ordinal))
                ?? throw SimulationLimits.Refusal(_policy.Name, $"'{name}'", $"all, or a comma list of {string.Join(", ", known.Select(policy => policy.Name))}"))];
    }

    private static ulong Seed(string? text) => text is null
        ? SimulationSettings.DefaultSeed
        : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) && seed <= MaxSeed
            ? seed
            : throw SimulationLimits.Refusal("--seed", $"'{text}'", $"a whole number from 0 to {MaxSeed}");

    private static int? Whole(ParseResult parsed, Option<string?> option, int least, int most) => parsed.GetValue(option) is not { } text
        ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw SimulationLimits.Refusal(option.Name, $"'{text}'", $"a whole number from {least} to {most}");

    private static double? Number(ParseResult parsed, Option<string?> option, double least, double most) => parsed.GetValue(option) is not { } text
        ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw SimulationLimits.Refusal(option.Name, $"'{text}'", SimulationLimits.Range(least, most));

    private static Option<string?> Text(string name, string description) => new(name) { Description = description };
}
