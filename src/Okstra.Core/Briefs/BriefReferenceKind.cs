namespace Okstra.Core.Briefs;

/// <summary>How a file is named in a brief.</summary>
public enum BriefReferenceKind
{
    /// <summary>In backticks, where other things stand too.</summary>
    Code,

    /// <summary>Target of a link.</summary>
    Link,

    /// <summary>Below a heading that asks for reports.</summary>
    Citation,
}
