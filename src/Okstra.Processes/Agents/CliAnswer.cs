using Okstra.Core.Limits;

namespace Okstra.Processes.Agents;

/// <summary>What the CLI's own output format says about its ending; whether the answer obeys the wire contract is judged elsewhere.</summary>
/// <param name="Succeeded">The vendor's own format reports a successful, finished turn.</param>
/// <param name="Text">The final answer: structured JSON where the vendor has it, otherwise the last message.</param>
/// <param name="SessionId">The vendor's session or thread id.</param>
/// <param name="Failure">One bounded sentence when not <paramref name="Succeeded"/>.</param>
public sealed record CliAnswer(bool Succeeded, string Text, string? SessionId, string? Failure)
{
    /// <summary>Set when the vendor's limit ended it; not the worker's fault.</summary>
    public LimitSignal? Limit { get; init; }

    /// <summary>The session holds finished work, so going on with it is better than beginning anew.</summary>
    public bool HasProgress { get; init; }
}
