namespace Okstra.Engine.Auditing;

/// <summary>Results of a run's checks, so that re-verification does not run them again.</summary>
public sealed class CheckMemory
{
    internal IReadOnlyList<CheckResult>? Results { get; set; }
}
