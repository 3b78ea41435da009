namespace Okstra.Core.Usage.Bills;

/// <summary>One group of a bill, or its sum.</summary>
public sealed record BillRow
{
    public required string Key { get; init; }

    public required int Dispatches { get; init; }

    /// <summary>How many of them have figures.</summary>
    public required int Reported { get; init; }

    /// <summary>Sums of what was reported; its total counts every vendor. Null when nothing was.</summary>
    public required TokenUsage? Usage { get; init; }

    /// <summary>US dollars of everything that has a price; null when nothing has.</summary>
    public required decimal? CostUsd { get; init; }

    /// <summary>Parts of dispatches whose model has no price: they are in the tokens and not in the money.</summary>
    public required int Unpriced { get; init; }

    /// <summary>Findings of its runs that ended as full-consensus, partial-consensus or worker-unique; null where runs are spread over groups, or none converged.</summary>
    public required int? AcceptedFindings { get; init; }

    /// <summary>Null without accepted findings, and when a part of the cost is not known.</summary>
    public required decimal? CostPerAcceptedUsd { get; init; }

    /// <summary>What the CLIs reported for the sessions their logs have; null when the logs were not read or have none of them.</summary>
    public long? ReconciledReported { get; init; }

    /// <summary>What the logs say of the same sessions.</summary>
    public long? ReconciledLogged { get; init; }

    /// <summary>Reported minus logged.</summary>
    public long? Difference => ReconciledReported - ReconciledLogged;
}
