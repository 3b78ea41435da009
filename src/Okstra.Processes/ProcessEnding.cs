namespace Okstra.Processes;

/// <summary>Why a child is no longer running.</summary>
public enum ProcessEnding
{
    /// <summary>It ended by itself.</summary>
    Exited,

    /// <summary>Its time budget ran out and it was ended.</summary>
    TimedOut,

    /// <summary>It wrote more than its output limit and was ended.</summary>
    OutputLimit,

    /// <summary>The caller cancelled and it was ended.</summary>
    Cancelled,
}
