namespace Okstra.State.Locks;

/// <summary>What distinguishes this process from every other that had or will have its pid.</summary>
internal static class OwnProcess
{
    /// <summary>Clock ticks since boot, field 22 of <c>/proc/self/stat</c>; 0 when unknown.</summary>
    internal static long StartTime { get; } = ReadStartTime();

    // 4242 (a name) S 1 4242 4242 0 -1 … 8675309 …   the name may hold spaces and parentheses, so fields are counted after the last ')'.
    private static long ReadStartTime()
    {
        const int FieldAfterName = 19;
        if (!File.Exists("/proc/self/stat"))
        {
            return 0;
        }

        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > FieldAfterName && long.TryParse(fields[FieldAfterName], out var ticks) ? ticks : 0;
    }
}
