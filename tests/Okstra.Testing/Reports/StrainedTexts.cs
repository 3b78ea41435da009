namespace Okstra.Testing.Reports;

/// <summary>Texts an agent may write that a page or a table could choke on.</summary>
public static class StrainedTexts
{
    /// <summary>Markdown, HTML and YAML that must be shown instead of obeyed.</summary>
    public static IReadOnlyList<string> Hostile { get; } =
    [
        "a | b || c", "\\", "\\|", "ends with a backslash \\", "`a | b`", "``a ` b``", "`a \\| b`", "open ` tick", "``` fence", "`x` and `y|z` and \\`", "` spaced `", "`\\`",
        "*stars* and **more** and ***all***", "_under_ and __more__ snake_case _x", "~~gone~~ and ~ one", "a*b*c 2*3*4", "# heading", "## 2. Final Verdict", "-", "- item", "- [x] Approved", "* star item", "+ plus item",
        "1. first", "12) twelfth", "1234567890. no list", "=", "===", "---", "***", "___", "> quoted", ">", "| a | b |", "|---|---|", ": definition", "!", "![image](http://e.invalid/a.png)", "[link](http://e.invalid)", "[ref]", "[ref]: http://e.invalid",
        "<b>bold</b>", "<br>", "one<br>two", "<script>alert(1)</script>", "<!-- comment", "-->", "<?php ?>", "<![CDATA[x]]>", "</td></tr></table>", "<http://e.invalid>", "http://e.invalid/a_b_c?x=1&amp;y=2", "www.e.invalid", "me@e.invalid", "https://e.invalid/**x**",
        "&", "&amp;", "&lt;b&gt;", "&#42;", "&copy;", "AT&T; R&D", "first\nsecond\n\nthird", "tab\there", "  spaced  out  ", "trailing two spaces  ", "\u001b[31mred\u001b[0m", "\u0007bell", "\u202eright to left", "zero\u200bwidth", "nbsp\u00a0here\u3000wide",
        "가나다 | 라마바 `코드|값` *강조*한국어", "😀 👩‍👩‍👧 🏳️‍🌈", "e\u0301 combining", "\ud83d lone", "{{TOKEN}}", "$x^2$ and $$y$$", "==mark== ^sup^ ~sub~", "[^1]: note", ":smile:", "\"double\" 'single' “curly”", "`", "``", "***`x`***",
        "(c) -- ... 1/2", "C:\\temp\\new\\*.txt", "a\\_b\\*c", "\\`not code\\`", "word_", "_", "__init__.py", "**", "*", "~", "a ~~ b", "~~~", "    four spaces", "\tfirst tab", "0", "true", "null", "1_000", "-1", "+1", "5%", "@user #123 GH-1",
    ];

    /// <summary>Words without a place to break.</summary>
    public static IReadOnlyList<string> Long { get; } =
    [
        "src/main/java/com/example/checkout/internal/settlement/reconciliation/strategies/AbstractReconciliationStrategyFactoryProviderConfigurationRegistry.java",
        new string('x', 400),
        $"`{new string('y', 300)}`",
        "supercalifragilisticexpialidocious_snake_case_identifier_without_any_blank_in_it_at_all_and_still_going_on_for_a_while",
        "https://e.invalid/a/very/long/address/that/goes/on?with=parameters&and=more&token=0123456789abcdef0123456789abcdef0123456789abcdef",
        string.Join(' ', Enumerable.Repeat("A sentence that is repeated until the cell is as long as a paragraph of a real report.", 12)),
        string.Concat(Enumerable.Repeat("가나다라마바사아자차카타파하", 20)),
    ];

    /// <summary>Korean as a report writer writes it.</summary>
    public static IReadOnlyList<string> Korean { get; } =
    [
        "배송비가 장바구니의 줄마다 더해져 두 줄짜리 주문은 배송비를 두 번 냅니다.",
        "`Totals.cs`의 반복문이 `cart.Shipping`을 매번 더합니다 — 반복문 뒤에서 한 번만 더해야 합니다.",
        "재시도는 시간 초과 뒤에 주문을 다시 보내지만, 첫 시도가 성공했는지 확인하지 않습니다. 그래서 같은 주문이 두 번 접수될 수 있습니다.",
        "모르겠습니다(I don't know): 저장소에는 테넌트에 관한 내용이 없습니다.",
        "검증: `dotnet test tests/Cart` 실행 후 실패하는 테스트가 0개인지 확인",
        "담당자 확인이 필요합니다",
    ];
}
