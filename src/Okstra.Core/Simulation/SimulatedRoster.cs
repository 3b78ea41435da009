using System.Globalization;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;

namespace Okstra.Core.Simulation;

/// <summary>Simulated workers as the engine sees workers: each of a vendor of its own, always with one citation that holds.</summary>
public sealed class SimulatedRoster
{
    private readonly Evidence[] _evidence;
    private readonly AuthorPosition[] _positions;
    private readonly ClusteredFinding[] _byRaisers;

    public SimulatedRoster(int workers)
    {
        Names = [.. Enumerable.Range(1, workers).Select(number => string.Create(CultureInfo.InvariantCulture, $"w{number}"))];
        _evidence = [.. Names.Select(name => new Evidence { Kind = "file", Quote = "quoted", Check = CitationVerdict.Holds, Worker = name, Path = "file", StartLine = 1, EndLine = 1 })];
        _positions = [.. Names.Select(Position)];
        _byRaisers = [.. Enumerable.Range(0, 1 << workers).Select(Template)];
        Voters = [.. Enumerable.Range(0, 1 << workers).Select(mask => (IReadOnlyList<Voter>)[.. Members(mask, Names).Select(name => new Voter(name, $"vendor-{name}", CountsInV: true))])];
    }

    /// <summary><c>w1</c>, …: ordinal order is the order of the bits in a mask.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The usable workers by mask.</summary>
    public IReadOnlyList<IReadOnlyList<Voter>> Voters { get; }

    public int IndexOf(string worker) => worker[1] - '1';

    public ClusteredFinding Finding(int index, int raisers) => _byRaisers[raisers] with { Id = IdOf(index) };

    public CheckedVote Vote(string findingId, int worker, Vote vote) => new(findingId, vote, "simulated", [_evidence[worker]]);

    public static string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"F-{index + 1:D3}");

    private static IEnumerable<T> Members<T>(int mask, IReadOnlyList<T> items) => items.Where((_, index) => (mask >> index & 1) != 0);

    private ClusteredFinding Template(int raisers) => new()
    {
        Id = "",
        Authors = [.. Members(raisers, Names)],
        Sources = [.. Members(raisers, Names).Select(name => $"{name}/1")],
        TicketIds = [],
        Kind = "cause",
        Title = "simulated",
        Claim = "simulated",
        Severity = Severity.Major,
        Confidence = 0.5,
        Recommendation = "",
        Evidence = [.. Members(raisers, _evidence)],
        Unsupported = false,
        Positions = [.. Members(raisers, _positions)],
    };

    private static AuthorPosition Position(string worker) => new()
    {
        Worker = worker,
        FindingId = "1",
        Title = "simulated",
        Claim = "simulated",
        Severity = Severity.Major,
        Confidence = 0.5,
        CarryingCitations = 1,
    };
}
