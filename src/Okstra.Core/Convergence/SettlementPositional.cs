namespace Okstra.Core.Convergence;

/// <summary>What a test runner may be given without an option.</summary>
public enum SettlementPositional
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A path of the frozen tree, with <c>::name</c> or <c>:line</c> behind it.</summary>
    Path,

    /// <summary>The name of a test or module.</summary>
    Name,
}
