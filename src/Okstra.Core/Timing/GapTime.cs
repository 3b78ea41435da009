namespace Okstra.Core.Timing;

/// <summary>A stretch between runs, in which the task waited for its user.</summary>
/// <param name="After">Run before it: task type and number.</param>
/// <param name="Before">Run after it.</param>
/// <param name="From">UTC, ISO-8601.</param>
/// <param name="To">UTC, ISO-8601.</param>
/// <param name="Seconds">Its length.</param>
public sealed record GapTime(string After, string Before, string From, string To, long Seconds);
