namespace Okstra.Core.Usage.Logs;

/// <summary>Tokens of one session, model, day and kind.</summary>
/// <param name="Session">The vendor's session or thread id.</param>
/// <param name="Model">As the vendor names it; <c>unknown</c> when the log does not.</param>
/// <param name="Date">UTC, <c>yyyy-MM-dd</c>; <c>unknown</c> without a readable time.</param>
/// <param name="Kind"><c>main</c> or <c>subagent</c>.</param>
/// <param name="Values">Tokens, 0 or more, named by <see cref="AgentUsage.Counters"/>.</param>
/// <param name="Usage">The same in the terms every vendor shares.</param>
public sealed record UsageRow(string Session, string Model, string Date, string Kind, IReadOnlyList<long> Values, TokenUsage Usage);
