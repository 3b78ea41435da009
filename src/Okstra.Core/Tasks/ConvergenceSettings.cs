namespace Okstra.Core.Tasks;

/// <summary>What the task manifest asks of convergence (R-LAY-67, R-CVG-01…03; design: convergence).</summary>
public sealed record ConvergenceSettings
{
    public bool Enabled { get; set; } = true;

    /// <summary>1 to 3; null leaves it to the phase.</summary>
    public int? MaxRounds { get; init; }

    /// <summary><c>lightweight</c> or <c>full-reanalysis</c>.</summary>
    public string VerificationMode { get; set; } = "lightweight";

    /// <summary><c>evidence</c> or <c>classic</c>.</summary>
    public string Policy { get; set; } = "evidence";

    /// <summary><c>rules</c> or <c>lead</c>.</summary>
    public string Grouping { get; set; } = "rules";
}
