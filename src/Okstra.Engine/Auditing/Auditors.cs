namespace Okstra.Engine.Auditing;

/// <summary>The built-in workers, in roster order.</summary>
public static class Auditors
{
    public static IReadOnlyList<IAuditor> All { get; } = [new TraceAuditor(), new HistoryAuditor(), new ChecksAuditor()];
}
