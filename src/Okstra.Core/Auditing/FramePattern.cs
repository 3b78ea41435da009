using System.Text.RegularExpressions;

namespace Okstra.Core.Auditing;

/// <summary>How one family of runtimes prints a stack frame on one line.</summary>
/// <param name="Family">Frames of one family in a row are one trace.</param>
/// <param name="Pattern">Groups <c>path</c>, <c>line</c>, <c>symbol</c>; each may be missing.</param>
/// <param name="InnermostLast">The order the family prints in.</param>
internal sealed record FramePattern(string Family, Regex Pattern, bool InnermostLast)
{
    private const string C = "c|cc|cpp|cxx|h|hh|hpp|hxx|inc|ipp|m|mm";

    private const string Js = "[mc]?[jt]sx?|vue|svelte";

    /// <summary>Tried in this order on every line; the first that matches wins.</summary>
    public static IReadOnlyList<FramePattern> All { get; } =
    [
        //   File "/app/shop/cart.py", line 12, in total
        Of("python", """File "(?<path>[^"]+)", line (?<line>[0-9]+)(?:, in (?<symbol>[^ ]+))?""", innermostLast: true),
        //   at com.acme.Cart$Line.total(Cart.java:12)   at app//com.acme.Cart.total(Cart.kt:7) ~[cart.jar:1.0]
        Of("jvm", """\bat (?:[^ (]*/)?(?<symbol>[\w.$<>-]+)\((?<path>[\w$.-]+\.(?:java|kt|kts|scala|groovy|clj)):(?<line>[0-9]+)\)"""),
        //   at Acme.Cart.Total(Int32 x) in C:\src\Cart.cs:line 12
        Of("dotnet", """^\W*(?:at|bei|à|в|w|在) (?<symbol>[\w.<>`\[\],+|]+\.[\w.<>`\[\],+|]+) ?\([^():]*\)(?: (?:in|en|dans|в) (?<path>[^ ].*?):[a-zA-Z]+ (?<line>[0-9]+))?"""),
        //   at total (/app/lib/cart.js:12:5)   at async Cart.total [as run] (file:///app/cart.mjs:1:2)   at /app/x.js:1:2
        Of("js", $"""\bat (?:async )?(?:new )?(?:(?<symbol>[^ ()]+) (?:\[as [^\]]+\] )?\()?(?<path>[^()\s]*[^()\s:]\.(?:{Js})(?:\?[^:()\s]*)?):(?<line>[0-9]+)(?::[0-9]+)?"""),
        // total@http://localhost/lib/cart.js:12:5
        Of("js", $"""^\W*(?<symbol>[\w$./<]*)@(?<path>[^()\s]+\.(?:{Js})(?:\?[^:()\s]*)?):(?<line>[0-9]+):[0-9]+"""),
        //   /app/cart.go:12 +0x1f
        Of("go", """^\s*(?<path>[^\s:]+\.go):(?<line>[0-9]+)(?: \+0x[0-9a-f]+| \(0x[0-9a-f]+\))"""),
        // thread 'main' panicked at 'boom', src/cart.rs:12:5     panicked at src/cart.rs:12:5:
        Of("rust-panic", """panicked at .*?(?<path>[^\s',]+\.rs):(?<line>[0-9]+)"""),
        //   at ./src/cart.rs:12:5
        Of("rust", """^\s*at (?<path>\S+\.rs):(?<line>[0-9]+)"""),
        // from /gems/cart-1.0/lib/cart.rb:12:in `total'
        Of("ruby", """(?<path>[^\s:"'`\[\](),]+\.(?:rb|rake|erb|ru|haml)):(?<line>[0-9]+):in [`'"](?<symbol>[^'"`]+)"""),
        // #0 /app/src/Cart.php(12): Acme\Cart->total()
        Of("php", """#[0-9]+ (?<path>\S+\.php)\((?<line>[0-9]+)\): (?<symbol>[\w\\>:{}-]*)"""),
        // in /app/src/Cart.php on line 12       in /app/src/Cart.php:12
        Of("php", """\bin (?<path>\S+\.php)(?: on line |:|\()(?<line>[0-9]+)"""),
        // #1 0x55 in cart_total(int) /src/cart.c:12:5      #1  0x55 in cart_total (x=1) at cart.c:12
        Of("native", $"""#[0-9]+ +(?:0x[0-9a-fA-F]+ )?(?:in )?(?<symbol>[\w:~<>]+).*?[ (](?<path>[^\s:()]+\.(?:{C}|swift|rs|zig)):(?<line>[0-9]+)"""),
        //   (cart 1.0.0) lib/cart.ex:12: Cart.total/1
        Of("elixir", """^\s*\([\w .-]+\) (?<path>\S+\.exs?):(?<line>[0-9]+): (?<symbol>[\w.!?]+)"""),
        // tests/test_cart.py:12: in test_total       shop/cart.py:30: KeyError
        Of("pytest", """^(?<path>[\w./\\-]+\.py):(?<line>[0-9]+): (?:in (?<symbol>\w+)|\w+(?:Error|Exception)?\s*$)""", innermostLast: true),
    ];

    private static FramePattern Of(string family, string pattern, bool innermostLast = false) =>
        new(family, new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture), innermostLast);
}
