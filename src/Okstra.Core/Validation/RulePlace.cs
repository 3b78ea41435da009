namespace Okstra.Core.Validation;

/// <summary>Where a rule looks, and so which kind of place its failures name.</summary>
public enum RulePlace
{
    /// <summary>A JSON pointer into the report data.</summary>
    Pointer,

    /// <summary>Line and column of the Markdown report.</summary>
    Text,

    /// <summary>Either of the two, whichever says it.</summary>
    Both,

    /// <summary>Line and column of the page.</summary>
    Page,

    /// <summary>A file of the run.</summary>
    File,
}
