namespace Okstra.Core.Usage.Attribution;

/// <summary>The sessions of one worker.</summary>
/// <param name="WorkerId">Whose.</param>
/// <param name="Sessions">Its own and of nobody else; none when <paramref name="Unavailable"/> says why.</param>
/// <param name="Unavailable">Why its usage is unavailable (R-WRK-61); null when it is known.</param>
public sealed record AttributedWorker(string WorkerId, IReadOnlyList<SessionTokens> Sessions, string? Unavailable)
{
    /// <summary>Null when unavailable.</summary>
    public TokenUsage? Usage => Unavailable is null ? TokenSum.Of(Sessions.Select(session => session.Usage)) : null;
}
