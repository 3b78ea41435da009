using System.Text.Json.Nodes;
using Okstra.Testing;

namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>A small repository with one bug, the brief that reports it and what can be said about it.</summary>
internal static class PlantedBug
{
    public const string Path = "shop/cart.py";
    public const string BuggyLine = "for i in range(1, len(lines)):";
    public const int BuggyLineNumber = 6;

    public const string Source = """
        '''A shopping cart.'''


        def total(lines):
            result = 0
            for i in range(1, len(lines)):
                result += lines[i].price * lines[i].amount
            return result


        def average(lines):
            return total(lines) / len(lines)

        """;

    public const string Brief = """
        # Totals are too low

        The total of a cart leaves out its first line; a cart with one line costs nothing.

        ```
        Traceback (most recent call last):
          File "shop/checkout.py", line 4, in pay
            assert total(lines) > 0
          File "shop/cart.py", line 6, in total
            for i in range(1, len(lines)):
        AssertionError
        ```

        """;

    public static JsonObject Citation() => Answers.File(Path, BuggyLineNumber, BuggyLineNumber, BuggyLine);

    /// <summary>The true cause, as every honest worker would report it.</summary>
    public static JsonObject Cause(double confidence = 0.9) => Answers.Finding(
        "1", "The loop of total starts at index 1", "The loop in total starts at index 1, so the first line of the cart is never added to the total.", Citation(), confidence);

    public static (string Finding, JsonObject Vote) Agree(string finding) => (finding, Answers.Vote(finding, "AGREE", "The range starts at 1.", Citation()));

    /// <summary>Makes the repository and the brief beside it.</summary>
    public static (TestRepository Repository, string Brief) Create(string root)
    {
        var repository = TestRepository.Create(
            System.IO.Path.Combine(root, "shop"),
            (Path, Source),
            ("shop/checkout.py", "from shop.cart import total\n\n\ndef pay(lines):\n    assert total(lines) > 0\n"),
            ("README.md", "# Shop\n"));
        var brief = System.IO.Path.Combine(root, "bug.md");
        File.WriteAllText(brief, Brief);
        return (repository, brief);
    }
}
