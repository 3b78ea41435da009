using System.Text.Json;
using Okstra.Core.Usage;

namespace Okstra.Engine.Workers.Scripted;

/// <summary>One answer, or one way to fail.</summary>
public sealed record ScenarioTurn
{
    /// <summary>A JSON answer; a vote may name its finding by <c>match</c> (a part of its title) instead of <c>findingId</c>, and a group its members by <c>{ "match": … }</c>.</summary>
    public JsonElement? Answer { get; init; }

    /// <summary>Raw text instead of <see cref="Answer"/>.</summary>
    public string? Text { get; init; }

    /// <summary>What a repair round-trip gets; without it the same again.</summary>
    public string? RepairText { get; init; }

    /// <summary><c>timeout</c>, <c>error</c> or <c>not-run</c> instead of an answer.</summary>
    public string? Fails { get; init; }

    /// <summary>Tokens it pretends to have used; with one, the scenario's workers are charged.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>Milliseconds before the answer.</summary>
    public int DelayMs { get; init; }

    /// <summary>Never answers; ends only by the time budget or a cancellation.</summary>
    public bool Hangs { get; init; }

    /// <summary>Relative path of a file to write into the tree it was told only to read.</summary>
    public string? Writes { get; init; }
}
