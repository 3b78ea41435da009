namespace Okstra.Cli.Tests.Support;

/// <summary>One scripted worker: what it finds, and what it says when it is asked again, round by round.</summary>
/// <param name="Name">Id in the roster.</param>
/// <param name="Vendor">Its family.</param>
/// <param name="Findings">Of round 0, from <see cref="Scenarios.Finding"/>.</param>
/// <param name="Votes">Votes of round 1, 2, 3, from <see cref="Scenarios.Vote"/>, or <see cref="TimesOut"/>.</param>
internal sealed record Actor(string Name, string Vendor, IReadOnlyList<string> Findings, params IReadOnlyList<IReadOnlyList<string>> Votes)
{
    /// <summary>The dispatch of that round fails.</summary>
    public static IReadOnlyList<string> TimesOut { get; } = ["timeout"];

    /// <summary>A scenario played by these workers.</summary>
    public static string Play(params IEnumerable<Actor> actors) => Play(actors, []);

    /// <summary>The same, with workers written out beside them.</summary>
    public static string Play(IEnumerable<Actor> actors, IEnumerable<string> others) =>
        $$"""{ "workers": [{{string.Join(",\n", actors.Select(actor => actor.Json()).Concat(others))}}] }""";

    private string Json()
    {
        var first = $$"""{ "answer": {{Scenarios.Answer(Name, Findings)}} }""";
        var rounds = Votes.Select(votes => ReferenceEquals(votes, TimesOut) ? """{ "fails": "timeout" }""" : $$"""{ "answer": {{Scenarios.Votes(votes)}} }""").Prepend(first);
        return $$"""{ "name": "{{Name}}", "vendor": "{{Vendor}}", "rounds": { {{string.Join(", ", rounds.Select((round, index) => $"\"{index}\": {round}"))}} } }""";
    }
}
