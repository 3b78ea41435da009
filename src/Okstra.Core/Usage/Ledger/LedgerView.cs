namespace Okstra.Core.Usage.Ledger;

/// <summary>A run's ledger as it counts: one charge for each dispatch, and what is still set aside.</summary>
public sealed record LedgerView
{
    private LedgerView(IReadOnlyList<LedgerEntry.Charged> charges, IReadOnlyList<LedgerEntry.Reserved> open) => (Charges, Open) = (charges, open);

    /// <summary>One for each dispatch, in the order they were written.</summary>
    public IReadOnlyList<LedgerEntry.Charged> Charges { get; }

    /// <summary>Reservations without a charge, one for each dispatch.</summary>
    public IReadOnlyList<LedgerEntry.Reserved> Open { get; }

    public static LedgerView Of(IEnumerable<LedgerEntry> entries)
    {
        var charges = new Dictionary<string, LedgerEntry.Charged>(StringComparer.Ordinal);
        var reserved = new Dictionary<string, LedgerEntry.Reserved>(StringComparer.Ordinal);
        var order = new List<LedgerEntry.Charged>();
        foreach (var entry in entries)
        {
            if (entry is LedgerEntry.Charged charged && charges.TryAdd(charged.DispatchId, charged))
            {
                order.Add(charged);
            }
            else if (entry is LedgerEntry.Reserved reservation)
            {
                reserved[reservation.DispatchId] = reservation;
            }
        }

        return new LedgerView(order, [.. reserved.Values.Where(reservation => !charges.ContainsKey(reservation.DispatchId))]);
    }
}
