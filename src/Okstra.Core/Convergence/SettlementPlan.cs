using Okstra.Core.Auditing;
using Okstra.Core.Findings;
using Okstra.Core.Projects;

namespace Okstra.Core.Convergence;

/// <summary>What is run to settle the findings a finished convergence left contested, and what is not and why.</summary>
/// <param name="Orders">Each command once, ordinally sorted.</param>
/// <param name="Refusals">By finding, in its order.</param>
public sealed record SettlementPlan(IReadOnlyList<SettlementOrder> Orders, IReadOnlyList<SettlementRefusal> Refusals)
{
    /// <summary>Citations of one finding that are run; the brief's cost must not be an agent's choice.</summary>
    public const int MostPerFinding = 3;

    /// <summary>A pure function of its arguments, whatever order they come in.</summary>
    /// <param name="state">Finished.</param>
    /// <param name="commands">Of the project; only confirmed ones are ever run.</param>
    /// <param name="paths">Every file of the frozen tree, relative.</param>
    public static SettlementPlan Of(ConvergenceState state, IReadOnlyList<QaCommand> commands, IReadOnlyList<string> paths)
    {
        var tree = Tree(paths);
        var declared = commands
            .Where(command => command.State == QaCommandState.Confirmed)
            .Select(command => (Line: command.Command.Trim(), Argv: CommandLine.Split(command.Command)))
            .Where(command => command.Argv.Count > 0)
            .OrderByDescending(command => command.Argv.Count)
            .ThenBy(command => command.Line, StringComparer.Ordinal)
            .ToList();
        var accepted = new List<(Evidence Cited, string Declared)>();
        var refusals = new List<SettlementRefusal>();
        foreach (var finding in Settlement.Open(state))
        {
            var run = 0;
            foreach (var cited in Settlement.Cited(finding.Finding).DistinctBy(Key, StringComparer.Ordinal))
            {
                var matches = declared.Where(command => cited.Argv!.Take(command.Argv.Count).SequenceEqual(command.Argv, StringComparer.Ordinal)).ToList();
                if (matches.Count == 0)
                {
                    continue;
                }

                var reasons = matches.Select(match => Refuse(match.Argv, cited.Argv!, tree)).ToList();
                var at = reasons.IndexOf(null);
                if (at < 0 || run == MostPerFinding)
                {
                    refusals.Add(new SettlementRefusal(finding.Finding.Id, cited.Argv!, at < 0 ? $"selector refused: {reasons[0]}" : $"not run: at most {MostPerFinding} commands settle one finding"));
                    continue;
                }

                run++;
                accepted.Add((cited, matches[at].Line));
            }
        }

        return new SettlementPlan(
            [
                .. accepted.GroupBy(entry => ArgvKey(entry.Cited.Argv!), StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new SettlementOrder(
                    group.First().Cited.Argv!,
                    group.First().Declared,
                    [.. group.Select(entry => Settlement.Expectation(entry.Cited)).Distinct().OrderBy(cited => cited.ExitCode).ThenBy(cited => cited.Quote, StringComparer.Ordinal)])),
            ],
            [.. refusals.OrderBy(refusal => refusal.FindingId, StringComparer.Ordinal)]);
    }

    private static string? Refuse(IReadOnlyList<string> declared, IReadOnlyList<string> cited, IReadOnlySet<string> tree) =>
        cited.Count == declared.Count ? null : SettlementSelector.Refuse(declared, [.. cited.Skip(declared.Count)], tree);

    private static string Key(Evidence cited) => $"{cited.ExitCode}\0{ArgvKey(cited.Argv!)}\0\0{cited.Quote}";

    private static string ArgvKey(IReadOnlyList<string> argv) => string.Join('\0', argv);

    private static HashSet<string> Tree(IReadOnlyList<string> paths)
    {
        var tree = new HashSet<string>(paths, StringComparer.Ordinal);
        foreach (var path in paths)
        {
            for (var slash = path.LastIndexOf('/'); slash > 0 && tree.Add(path[..slash]); slash = path.LastIndexOf('/', slash - 1))
            {
            }
        }

        return tree;
    }
}
