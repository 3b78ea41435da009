namespace Okstra.Core.Reconciling;

/// <summary>One pointer that was changed.</summary>
/// <param name="Stage">Null for the anchor.</param>
/// <param name="OldSha">Recorded before.</param>
/// <param name="NewSha">Recorded now.</param>
/// <param name="Kind"><c>auto</c>, <c>confirm</c> or <c>anchor</c>.</param>
/// <param name="Ref">What named the new commit.</param>
public sealed record Correction(int? Stage, string OldSha, string NewSha, string Kind, string Ref);
