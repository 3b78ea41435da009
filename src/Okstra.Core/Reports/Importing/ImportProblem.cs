namespace Okstra.Core.Reports.Importing;

/// <summary>Something in a Markdown report that cannot be taken into the data, and where it stands.</summary>
public sealed record ImportProblem
{
    /// <summary><c>OKS0840</c> …</summary>
    public required string Code { get; init; }

    /// <summary>1-based.</summary>
    public required int Line { get; init; }

    /// <summary>1-based, in UTF-16 units.</summary>
    public required int Column { get; init; }

    public required string Message { get; init; }

    /// <summary>What to do.</summary>
    public required string Hint { get; init; }

    /// <summary>The rest can be taken over nevertheless.</summary>
    public bool IsWarning { get; init; }
}
