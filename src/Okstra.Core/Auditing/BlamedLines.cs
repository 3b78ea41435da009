namespace Okstra.Core.Auditing;

/// <summary>Who last wrote some lines.</summary>
/// <param name="Sha">Full id of the commit.</param>
/// <param name="At">Author date.</param>
/// <param name="Subject">First line of its message.</param>
/// <param name="Lines">1-based lines of the inspected file it wrote, ascending.</param>
public sealed record BlamedLines(string Sha, DateTimeOffset At, string Subject, IReadOnlyList<int> Lines);
