using Okstra.Core.Usage.Budgets;

namespace Okstra.Core.Usage.Ledger;

/// <summary>What charges and reservations come to.</summary>
public static class LedgerSums
{
    /// <summary>Its money is unknown only when it used something that has no price.</summary>
    public static Amount AmountOf(this LedgerEntry.Charged charge) => new(charge.Usage.Tokens(), charge.Usage.Tokens() == 0 ? charge.CostUsd ?? 0 : charge.CostUsd);

    public static Amount AmountOf(this LedgerEntry.Reserved reserved) => new(reserved.Tokens, reserved.CostUsd);

    /// <summary>What it teaches about later dispatches; null for one that says nothing about how much such a dispatch needs.</summary>
    public static UsageSample? SampleOf(this LedgerEntry.Charged charge) => charge.Source == ChargeSource.Reported && charge.AmountOf() is { Tokens: > 0 } used
        ? new UsageSample(charge.Driver, charge.Model, charge.Round, used)
        : null;
}
