namespace Okstra.Core.Convergence;

/// <summary>Whether <c>--</c> stands before a selector.</summary>
public enum SettlementSeparator
{
    /// <summary>Never.</summary>
    Refused,

    /// <summary>With or without.</summary>
    Optional,

    /// <summary>Without it the script runner takes the words for itself.</summary>
    Required,
}
