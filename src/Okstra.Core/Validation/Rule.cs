namespace Okstra.Core.Validation;

/// <summary>One thing a valid run must satisfy.</summary>
/// <param name="Id">Stable: <c>REP-…</c> the report, <c>PRV-…</c> where it comes from, <c>ART-…</c> the files of the run.</param>
/// <param name="Title">What must hold.</param>
/// <param name="Hint">What to do when it does not.</param>
/// <param name="Place">Which kind of place it names.</param>
/// <param name="IsWarning">Told, but the run stays valid.</param>
public sealed record Rule(string Id, string Title, string Hint, RulePlace Place, bool IsWarning = false);
