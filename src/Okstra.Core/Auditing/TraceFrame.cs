namespace Okstra.Core.Auditing;

/// <summary>One frame of a stack trace as a brief shows it.</summary>
public sealed record TraceFrame
{
    /// <summary>As printed, separated by <c>/</c>; empty when the trace names only a symbol.</summary>
    public required string Path { get; init; }

    /// <summary>1-based; null when the trace gives none.</summary>
    public required int? Line { get; init; }

    /// <summary>Function, method or qualified member; empty when the trace gives none.</summary>
    public required string Symbol { get; init; }

    /// <summary>Which trace of the brief, 0 = the root cause.</summary>
    public required int Trace { get; init; }

    /// <summary>0 = innermost.</summary>
    public required int Depth { get; init; }

    /// <summary>The source line the trace prints below the frame; empty when it prints none.</summary>
    public string SourceText { get; init; } = "";
}
