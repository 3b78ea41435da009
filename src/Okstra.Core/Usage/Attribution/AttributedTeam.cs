namespace Okstra.Core.Usage.Attribution;

/// <summary>Whose the sessions of a run were; no session belongs to two.</summary>
/// <param name="Lead">The lead's session; null when no log has it.</param>
/// <param name="Workers">One for each worker, in the order of the team.</param>
/// <param name="Unattributed">Sessions of this run that cannot be given to one worker with certainty (R-REP-77), ordered by id.</param>
public sealed record AttributedTeam(SessionTokens? Lead, IReadOnlyList<AttributedWorker> Workers, IReadOnlyList<SessionTokens> Unattributed);
