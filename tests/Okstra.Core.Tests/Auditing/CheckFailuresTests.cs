using Okstra.Core.Auditing;

namespace Okstra.Core.Tests.Auditing;

public sealed class CheckFailuresTests
{
    private static readonly PathIndex Index = new(["src/cart.py", "src/cart.ts", "cart.go", "cart_test.go", "src/cart.rs", "src/main/java/a/Cart.java", "src/Cart.cs", "lib/cart.rb", "spec/cart_spec.rb", "src/Cart.php", "src/cart.c", "lib/cart.js", "test/cart.test.js", "tests/test_cart.py"], []);

    [Theory]
    [InlineData("src/cart.py:12: AssertionError", "src/cart.py", 12)]
    [InlineData("  File \"src/cart.py\", line 12, in total\n    return 1 / 0\nZeroDivisionError: division by zero", "src/cart.py", 12)]
    [InlineData("src/cart.ts(12,5): error TS2322: Type 'string' is not assignable", "src/cart.ts", 12)]
    [InlineData("src/cart.ts:12:5 - error TS2322: Type", "src/cart.ts", 12)]
    [InlineData("--- FAIL: TestTotal (0.00s)\n    cart_test.go:12: got 1, want 2", "cart_test.go", 12)]
    [InlineData("error[E0308]: mismatched types\n  --> src/cart.rs:12:5", "src/cart.rs", 12)]
    [InlineData("[ERROR] /build/src/main/java/a/Cart.java:[12,5] cannot find symbol", "src/main/java/a/Cart.java", 12)]
    [InlineData("src/Cart.cs(12,5): error CS1002: ; expected", "src/Cart.cs", 12)]
    [InlineData("     # ./spec/cart_spec.rb:12:in `block (2 levels) in <top (required)>'", "spec/cart_spec.rb", 12)]
    [InlineData("/app/src/Cart.php:12", "src/Cart.php", 12)]
    [InlineData("src/cart.c:12:5: error: expected ';'", "src/cart.c", 12)]
    [InlineData("    at Object.<anonymous> (test/cart.test.js:12:5)", "test/cart.test.js", 12)]
    public void The_place_of_a_failure_is_read_from_each_runner(string log, string path, int line)
    {
        var failure = CheckFailures.Parse(log, Index)[0];

        Assert.Equal((path, line), (failure.Path, failure.Line));
    }

    [Fact]
    public void A_stack_leads_to_the_innermost_source_line_before_the_test()
    {
        var failures = CheckFailures.Parse("  File \"tests/test_cart.py\", line 3, in test\n    total()\n  File \"src/cart.py\", line 12, in total\n    return 1 / 0\n", Index);

        Assert.Equal("src/cart.py", Assert.Single(failures).Path);
    }

    [Fact]
    public void Warnings_are_no_failures() => Assert.Empty(CheckFailures.Parse("src/cart.c:12:5: warning: unused variable", Index));

    [Fact]
    public void The_telling_line_says_how_it_went() => Assert.Equal("1 failed, 2 passed", CheckFailures.TellingLine("x = 1\n1 failed, 2 passed\nbye bye"));
}
