namespace Okstra.Core.Usage.Bills;

/// <summary>What tasks cost, broken down in one way; the rows add up to the sum.</summary>
public sealed record Bill
{
    /// <summary>Name of the grouping.</summary>
    public required string By { get; init; }

    /// <summary>Ordered by key.</summary>
    public required IReadOnlyList<BillRow> Rows { get; init; }

    public required BillRow Sum { get; init; }

    /// <summary>Day of the price table, and where it is from: all money here comes from it.</summary>
    public required string PricesOf { get; init; }

    public required string PriceSource { get; init; }

    /// <summary>Models that were used and have no price.</summary>
    public required IReadOnlyList<string> UnpricedModels { get; init; }

    /// <summary>Null when the session logs were not read.</summary>
    public required IReadOnlyList<BillSession>? Sessions { get; init; }
}
