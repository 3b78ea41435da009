using Okstra.Core.Findings;

namespace Okstra.Testing.Reports;

/// <summary>What each worker of <see cref="SampleRun"/> claimed and cited.</summary>
internal static class SampleFindings
{
    public static Citation.File Loop { get; } = new()
    {
        Path = "src/Cart/Totals.cs",
        StartLine = 42,
        EndLine = 44,
        Quote = "foreach (var line in cart.Lines)\n{\n    total += line.Price + cart.Shipping;",
    };

    public static Citation.File Retry { get; } = new()
    {
        Path = "src/Checkout/SubmitOrder.cs",
        StartLine = 118,
        EndLine = 118,
        Quote = "if (response.IsTimeout || attempt < MaxAttempts) { await Submit(order); }",
    };

    public static Citation.File Cache { get; } = new() { Path = "src/Cart/ShippingCache.cs", StartLine = 12, EndLine = 12, Quote = "private static readonly Dictionary<string, decimal> Fees = new();" };

    public static Citation.File Invented { get; } = new() { Path = "src/Cart/Discounts.cs", StartLine = 7, EndLine = 9, Quote = "shipping = shipping * 2;" };

    public static Citation.Commit Change { get; } = new() { Sha = "9b1d0c2", Quote = "apply shipping per line" };

    public static Finding LoopOf(string id) => Of(id, "cause", "Shipping is added once per line", Severity.Critical, 0.93,
        "The loop over `cart.Lines` adds `cart.Shipping` for every line, so an order with two lines pays it twice.", "Add the fee once, after the loop.", Loop);

    public static Finding RetryFinding { get; } = Of("X2", "cause", "A retry submits the order again", Severity.Major, 0.7,
        "After a timeout the order is submitted a second time | even when the first attempt went through.", "Make the submission idempotent.", Retry, Change);

    public static Finding CacheFinding { get; } = Of("G1", "risk", "The fee cache is shared by all tenants", Severity.Minor, 0.55,
        "The static dictionary is never cleared and keyed by country only.", "Key it by tenant.", Cache);

    public static Finding DiscountFinding { get; } = Of("C2", "cause", "Discounts double the shipping", Severity.Major, 0.6,
        "A discount code multiplies the shipping fee by two.", "", Invented);

    public static Finding RoundingFinding { get; } = Of("G2", "cause", "Rounding of the fee", Severity.Info, 0.3,
        "The fee might be rounded up twice.\nI have not seen where.", "", Cache);

    private static Finding Of(string id, string kind, string title, Severity severity, double confidence, string claim, string recommendation, params Citation[] evidence) => new()
    {
        Id = id,
        TicketId = "DEV-9436",
        Kind = kind,
        Title = title,
        Claim = claim,
        Severity = severity,
        Confidence = confidence,
        Evidence = evidence,
        Recommendation = recommendation,
    };
}
