namespace Okstra.Core.Briefs;

/// <summary>A file a brief names, and what was found.</summary>
public sealed record ResolvedReference(BriefReference Reference, ReferenceFacts Facts);
