namespace Okstra.Processes;

/// <summary>Which part of an output stays in memory.</summary>
internal enum OutputKeeping
{
    /// <summary>All of it, up to the output limit.</summary>
    Everything,

    /// <summary>The first 16 KiB and the last 48 KiB.</summary>
    HeadAndTail,

    /// <summary>The last 64 KiB.</summary>
    Tail,
}
