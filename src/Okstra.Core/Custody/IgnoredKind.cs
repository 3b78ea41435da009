namespace Okstra.Core.Custody;

/// <summary>What an ignored path is worth.</summary>
public enum IgnoredKind
{
    /// <summary>A build or a tool makes it again.</summary>
    Regenerable,

    /// <summary>Nobody can make it again; it is never removed.</summary>
    Precious,

    /// <summary>A link okstra made; what it points at lies elsewhere.</summary>
    Link,
}
