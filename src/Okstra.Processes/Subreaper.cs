using Okstra.Processes.Native;

namespace Okstra.Processes;

/// <summary>Makes this process the one that inherits the descendants of a supervisor that was killed.</summary>
public static class Subreaper
{
    /// <summary>Whether orphans come to this process.</summary>
    public static bool IsOne { get; private set; }

    /// <summary>To be called once at the start of <c>run</c> and <c>resume</c>; does nothing outside Linux.</summary>
    public static void BecomeOne() => IsOne = LibC.BecomeSubreaper();
}
