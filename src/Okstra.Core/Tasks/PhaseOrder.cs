namespace Okstra.Core.Tasks;

/// <summary>Sorts task-type tokens in lifecycle order; unknown ones last, by name.</summary>
internal sealed class PhaseOrder : IComparer<string>
{
    public static PhaseOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var order = Rank(x).CompareTo(Rank(y));
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }

    private static int Rank(string? token) => TaskTypes.TryParse(token, out var type, out _) ? (int)type : int.MaxValue;
}
