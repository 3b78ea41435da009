namespace Okstra.Engine.Demo;

/// <summary>What the demonstration consists of: a small library with a history, a planted bug, and the report a user wrote about it.</summary>
public static class DemoContent
{
    /// <summary>File of the planted bug.</summary>
    public const string PlantedPath = "tillroll/discounts.py";

    /// <summary>The wrong line: an order may have no items left.</summary>
    public const string PlantedText = "average = order.subtotal() // order.item_count()";

    /// <summary>1-based.</summary>
    public static int PlantedLine { get; } = LineOf(DemoSources.Discounts, PlantedText);

    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<DemoCommit> Commits { get; } =
    [
        Commit("Price an order with tax", 1, new("README.md", DemoSources.Readme), new("pyproject.toml", DemoSources.Project), new("tillroll/__init__.py", DemoSources.Package), new("tillroll/order.py", DemoSources.Order), new("tillroll/pricing.py", DemoSources.FirstPricing), new("tillroll/tax.py", DemoSources.Tax), new("tillroll/receipt.py", DemoSources.Receipt), new("tests/test_order.py", DemoSources.OrderTest)),
        Commit("Give a discount from ten items on", 9, new("tillroll/discounts.py", DemoSources.FirstDiscounts), new("tillroll/pricing.py", DemoSources.Pricing), new("tests/test_discounts.py", DemoSources.DiscountTest)),
        Commit("No bulk discount for cheap items\n\nAn order whose items cost less than two euros on average gets none.", 17, new DemoFile(PlantedPath, DemoSources.Discounts)),
        Commit("Describe how amounts are counted", 20, new DemoFile("README.md", DemoSources.Readme.Replace("All amounts are cents.", "All amounts are whole cents.", StringComparison.Ordinal))),
    ];

    /// <summary>Every file of the newest commit.</summary>
    public static IReadOnlyList<DemoFile> Files { get; } =
        [.. Commits.SelectMany(commit => commit.Files).GroupBy(file => file.Path, StringComparer.Ordinal).Select(versions => versions.Last()).OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>The bug report, with a stack trace whose lines are those of <see cref="Files"/>.</summary>
    public static string Brief { get; } =
        $"""
        # The till crashes when a customer gives everything back

        After the last article of an order was given back, printing the receipt fails and the till has to be restarted.
        I expected a receipt with a total of 0.00.

            order = Order()
            order.add("tea", 350)
            order.give_back("tea")
            print(receipt(order))

        ```
        Traceback (most recent call last):
          File "till.py", line 41, in close_order
            print(receipt(order))
          File "/opt/till/lib/python3.12/site-packages/tillroll/receipt.py", line {LineOf(DemoSources.Receipt, "total: ")}, in receipt
            rows.append(f"total: {"{"}euros(price(order)){"}"}")
          File "/opt/till/lib/python3.12/site-packages/tillroll/pricing.py", line {LineOf(DemoSources.Pricing, "discount = ")}, in price
            discount = discount_for(order)
          File "/opt/till/lib/python3.12/site-packages/tillroll/discounts.py", line {LineOf(DemoSources.Discounts, "return bulk_discount")}, in discount_for
            return bulk_discount(order)
          File "/opt/till/lib/python3.12/site-packages/tillroll/discounts.py", line {PlantedLine}, in bulk_discount
            {PlantedText}
        ZeroDivisionError: integer division or modulo by zero
        ```

        It began with version 0.4.0.

        """;

    private static DemoCommit Commit(string message, int day, params IReadOnlyList<DemoFile> files) =>
        new(message, new DateTimeOffset(2026, 3, day, 9, 0, 0, TimeSpan.Zero), files);

    private static int LineOf(string text, string part) =>
        text[..text.IndexOf(part, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
}
