using Okstra.Core.Auditing;

namespace Okstra.Core.Tests.Auditing;

public sealed class FrameFormatTests
{
    [Theory]
    [InlineData("""  File "/app/shop/cart.py", line 12, in total""", "/app/shop/cart.py", 12, "total")]
    [InlineData("\tat com.acme.shop.Cart$Line.total(Cart.java:12)", "com/acme/shop/Cart.java", 12, "com.acme.shop.Cart$Line.total")]
    [InlineData("    at app//com.acme.CartKt.total(Cart.kt:7) ~[cart.jar:1.0]", "com/acme/Cart.kt", 7, "com.acme.CartKt.total")]
    [InlineData("    at total (/app/lib/cart.js:12:5)", "/app/lib/cart.js", 12, "total")]
    [InlineData("    at async Cart.total [as run] (file:///app/cart.mjs:1:2)", "app/cart.mjs", 1, "Cart.total")]
    [InlineData("    at /app/lib/cart.ts:12:5", "/app/lib/cart.ts", 12, "")]
    [InlineData("    at total (webpack:///./src/cart.tsx?abc:3:4)", "src/cart.tsx", 3, "total")]
    [InlineData("total@http://localhost:3000/lib/cart.js:12:5", "localhost:3000/lib/cart.js", 12, "total")]
    [InlineData("   at Acme.Cart.Total(Int32 count) in C:\\src\\Shop\\Cart.cs:line 12", "C:/src/Shop/Cart.cs", 12, "Acme.Cart.Total")]
    [InlineData("   bei Acme.Cart.Total() in C:\\src\\Cart.cs:Zeile 12", "C:/src/Cart.cs", 12, "Acme.Cart.Total")]
    [InlineData("\t/go/pkg/mod/github.com/acme/shop@v1.2.0/cart.go:12 +0x1f", "/go/pkg/mod/github.com/acme/shop@v1.2.0/cart.go", 12, "")]
    [InlineData("thread 'main' panicked at 'boom', src/cart.rs:12:5", "src/cart.rs", 12, "")]
    [InlineData("thread 'main' panicked at src/cart.rs:12:5:", "src/cart.rs", 12, "")]
    [InlineData("             at ./src/cart.rs:12:5", "src/cart.rs", 12, "")]
    [InlineData("from /gems/cart-1.0.1/lib/cart.rb:12:in `total'", "/gems/cart-1.0.1/lib/cart.rb", 12, "total")]
    [InlineData("lib/cart.rb:12:in 'Cart#total'", "lib/cart.rb", 12, "Cart#total")]
    [InlineData("#0 /app/src/Cart.php(12): Acme\\Cart->total()", "/app/src/Cart.php", 12, "Acme\\Cart->total")]
    [InlineData("Fatal error: Uncaught Exception in /app/src/Cart.php on line 12", "/app/src/Cart.php", 12, "")]
    [InlineData("#1 0x55d in cart_total(int) /src/cart.c:12:5", "/src/cart.c", 12, "cart_total")]
    [InlineData("#1  0x00005 in cart::total (this=0x1) at lib/cart.cpp:12", "lib/cart.cpp", 12, "cart::total")]
    [InlineData("    (cart 1.0.0) lib/cart.ex:12: Cart.total/1", "lib/cart.ex", 12, "Cart.total")]
    [InlineData("shop/cart.py:12: KeyError", "shop/cart.py", 12, "")]
    public void A_frame_of_each_runtime_is_read(string line, string path, int number, string symbol)
    {
        var frame = Assert.Single(BriefParser.Parse($"It fails\n\n{line}\n").Frames);

        Assert.Equal((path, number, symbol), (frame.Path, frame.Line, frame.Symbol));
    }

    [Fact]
    public void A_release_build_of_dotnet_gives_a_frame_without_a_file()
    {
        var frame = Assert.Single(BriefParser.Parse("boom\n   at Acme.Cart.<TotalAsync>d__3.MoveNext()\n").Frames);

        Assert.Equal("", frame.Path);
        Assert.Null(frame.Line);
    }

    [Theory]
    [InlineData("File \"outer.py\", line 1, in a\n    b()\nFile \"inner.py\", line 2, in b\n    raise X", "inner.py")]
    [InlineData("  at inner (inner.js:1:1)\n  at outer (outer.js:2:2)", "inner.js")]
    [InlineData("Traceback (most recent call last):\n  1: from outer.rb:1:in `a'\ninner.rb:2:in `b': boom", "inner.rb")]
    public void The_innermost_frame_comes_first_whichever_way_a_runtime_prints(string trace, string innermost) =>
        Assert.Equal(innermost, BriefParser.Parse($"It fails\n{trace}\n").Frames[0].Path);

    [Fact]
    public void A_cause_named_later_is_the_root()
    {
        var frames = BriefParser.Parse("x\njava.lang.IllegalStateException: outer\n\tat a.Outer.run(Outer.java:1)\nCaused by: java.io.IOException: inner\n\tat a.Inner.read(Inner.java:2)\n").Frames;

        Assert.Equal("a/Inner.java", frames[0].Path);
    }

    [Fact]
    public void A_go_frame_takes_its_function_from_the_line_above() =>
        Assert.Equal("github.com/acme/shop.(*Cart).Total", BriefParser.Parse("x\n\ngithub.com/acme/shop.(*Cart).Total(0xc0)\n\t/src/cart.go:12 +0x1f\n").Frames[0].Symbol);

    [Fact]
    public void A_text_of_nothing_but_prose_has_no_frames() =>
        Assert.Empty(BriefParser.Parse("# The menu is ugly\n\nI look at it (all day: 24 hours) and at 12:30 too.\n").Frames);
}
