namespace Okstra.Engine.Demo;

/// <summary>The library of the demonstration: prices an order of a small shop. One of its lines is wrong on purpose.</summary>
internal static class DemoSources
{
    public const string Readme =
        """
        # tillroll

        Prices an order: lines, discounts, tax, and the receipt that goes with it. All amounts are cents.

            from tillroll import Order, price

            order = Order()
            order.add("tea", 350, quantity=2)
            print(price(order))

        """;

    public const string Project =
        """
        [project]
        name = "tillroll"
        version = "0.4.0"
        requires-python = ">=3.9"

        """;

    public const string Package =
        """
        from tillroll.order import Order
        from tillroll.pricing import price
        from tillroll.receipt import receipt

        __all__ = ["Order", "price", "receipt"]

        """;

    public const string Order =
        """
        class Line:
            def __init__(self, article, unit_price, quantity, tax_rate):
                self.article = article
                self.unit_price = unit_price
                self.quantity = quantity
                self.tax_rate = tax_rate

            def amount(self):
                return self.unit_price * self.quantity


        class Order:
            def __init__(self):
                self.lines = []

            def add(self, article, unit_price, quantity=1, tax_rate=20):
                self.lines.append(Line(article, unit_price, quantity, tax_rate))

            def give_back(self, article):
                self.lines = [line for line in self.lines if line.article != article]

            def subtotal(self):
                return sum(line.amount() for line in self.lines)

            def item_count(self):
                return sum(line.quantity for line in self.lines)

        """;

    public const string FirstPricing =
        """
        from tillroll.tax import tax_of


        def price(order):
            return order.subtotal() + tax_of(order)

        """;

    public const string Pricing =
        """
        from tillroll.discounts import discount_for
        from tillroll.tax import tax_of


        def price(order):
            discount = discount_for(order)
            return order.subtotal() - discount + tax_of(order)

        """;

    public const string Tax =
        """
        def tax_of(order):
            return sum(line.amount() * line.tax_rate // 100 for line in order.lines)


        def tax_by_rate(order):
            totals = {}
            for line in order.lines:
                totals[line.tax_rate] = totals.get(line.tax_rate, 0) + line.amount() * line.tax_rate // 100
            return totals

        """;

    public const string FirstDiscounts =
        """
        BULK_QUANTITY = 10


        def discount_for(order):
            if order.item_count() >= BULK_QUANTITY:
                return order.subtotal() // 20
            return 0

        """;

    public const string Discounts =
        """
        BULK_QUANTITY = 10
        CHEAP_ITEM = 200


        def discount_for(order):
            return bulk_discount(order)


        def bulk_discount(order):
            average = order.subtotal() // order.item_count()
            if average < CHEAP_ITEM:
                return 0
            if order.item_count() >= BULK_QUANTITY:
                return order.subtotal() // 20
            return 0

        """;

    public const string Receipt =
        """
        from tillroll.pricing import price
        from tillroll.tax import tax_by_rate


        def euros(cents):
            return f"{cents // 100}.{cents % 100:02d}"


        def receipt(order):
            rows = [f"{line.quantity} x {line.article}: {euros(line.amount())}" for line in order.lines]
            rows += [f"tax {rate}%: {euros(tax)}" for rate, tax in sorted(tax_by_rate(order).items())]
            rows.append(f"total: {euros(price(order))}")
            return "\n".join(rows)

        """;

    public const string OrderTest =
        """
        import unittest

        from tillroll import Order, price


        class PriceTest(unittest.TestCase):
            def test_adds_tax(self):
                order = Order()
                order.add("tea", 350, quantity=2)
                self.assertEqual(840, price(order))


        if __name__ == "__main__":
            unittest.main()

        """;

    public const string DiscountTest =
        """
        import unittest

        from tillroll import Order
        from tillroll.discounts import discount_for


        class DiscountTest(unittest.TestCase):
            def test_gives_five_percent_from_ten_items_on(self):
                order = Order()
                order.add("tea", 400, quantity=10)
                self.assertEqual(200, discount_for(order))


        if __name__ == "__main__":
            unittest.main()

        """;
}
