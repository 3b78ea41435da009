namespace Okstra.Core.Usage.Bills;

/// <summary>By what a bill is broken down.</summary>
public sealed class BillGrouping
{
    private readonly Func<BillLine, string> _key;

    private BillGrouping(string name, bool wholeRuns, Func<BillLine, string> key) => (Name, HoldsWholeRuns, _key) = (name, wholeRuns, key);

    public static IReadOnlyList<BillGrouping> All { get; } =
    [
        new("task", true, line => line.TaskKey),
        new("phase", true, line => line.TaskType),
        new("run", true, line => line.Run),
        new("worker", false, line => line.Worker),
        new("model", false, line => line.Model),
        new("day", false, line => line.Day),
    ];

    public string Name { get; }

    /// <summary>Every run lies in one group, so that its findings can be counted for the group.</summary>
    public bool HoldsWholeRuns { get; }

    public string KeyOf(BillLine line) => _key(line);
}
