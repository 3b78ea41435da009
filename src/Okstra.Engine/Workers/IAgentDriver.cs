namespace Okstra.Engine.Workers;

/// <summary>One way to get an answer out of a worker: an agent CLI, an auditor, a scenario.</summary>
public interface IAgentDriver
{
    /// <summary>Id that roster entries name.</summary>
    string Id { get; }

    /// <summary>It is given a tree of its own, which is hashed before and after; false for drivers that read only what okstra reads for them.</summary>
    bool NeedsTree { get; }

    /// <summary>It asks a vendor's servers: limits and the caps of this machine apply.</summary>
    bool IsVendorCli => false;

    /// <summary>What it uses is charged, and budgets apply.</summary>
    bool IsCharged => IsVendorCli;

    /// <summary>A resumed session reports what the whole session used.</summary>
    bool UsageSpansSession => false;

    /// <summary>Null when it can run here, otherwise the reason of a <c>not-run</c>.</summary>
    string? WhyUnavailable();

    /// <summary>The answer as text, or how it failed; never throws for a worker's fault.</summary>
    Task<DriverOutcome> RunAsync(DispatchRequest request, CancellationToken cancellationToken);
}
