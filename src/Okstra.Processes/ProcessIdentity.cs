namespace Okstra.Processes;

/// <summary>A process that stays recognisable after its pid was reused.</summary>
/// <param name="Pid">Process id.</param>
/// <param name="StartTime">Start in clock ticks since boot, field 22 of <c>/proc/&lt;pid&gt;/stat</c>; 0 when unknown.</param>
public readonly record struct ProcessIdentity(int Pid, long StartTime);
