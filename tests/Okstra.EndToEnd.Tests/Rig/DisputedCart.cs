using System.Text.Json.Nodes;
using Okstra.Core.Convergence;
using Okstra.Testing;

namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>
/// A repository about which three models say right and wrong things. What is wrong is cited correctly: the quotes stand where they are said to stand, they
/// just do not prove the claim, and a few lines above stands what refutes it.
/// </summary>
internal static class DisputedCart
{
    /// <summary>Right, and all three say so.</summary>
    public const string True = "F-001";

    /// <summary>Wrong, and all three say so; whoever looks again gives it up.</summary>
    public const string GivenUp = "F-002";

    /// <summary>Wrong, and all three say so; one insists.</summary>
    public const string Insisted = "F-003";

    /// <summary>Right, and only codex says so.</summary>
    public const string Minority = "F-004";

    /// <summary>Right, and only claude says so; codex disputes it without evidence.</summary>
    public const string Disputed = "F-005";

    /// <summary>All three say so; whoever is told to refute it agrees without looking.</summary>
    public const string Unexamined = "F-006";

    /// <summary>Invented by claude; everybody agrees without looking.</summary>
    public const string Invented = "F-007";

    /// <summary>Why gemini insists on <see cref="Insisted"/>.</summary>
    public const string Insisting = "Callers may hand over an iterator that is never false.";

    private const string Path = "shop/cart.py";

    private const string Source = """
        '''A shopping cart.'''


        def total(lines):
            for line in lines:
                if line.amount < 1:
                    raise ValueError('an amount below one')
            result = 0
            for i in range(1, len(lines)):
                result += lines[i].price * lines[i].amount
            return result


        def average(lines):
            if not lines:
                return 0
            return total(lines) / len(lines)


        def discount(result, percent):
            return result - result * percent / 10


        def label(customer):
            return customer.name.upper()[:8]


        def receipt(lines):
            return '\n'.join(str(line.price) for line in lines)

        """;

    private static readonly JsonObject Loop = At(9, "for i in range(1, len(lines)):");
    private static readonly JsonObject Validation = At(6, "if line.amount < 1:");
    private static readonly JsonObject Guard = At(15, "if not lines:");
    private static readonly JsonObject Percent = At(21, "return result - result * percent / 10");
    private static readonly JsonObject Letters = At(25, "return customer.name.upper()[:8]");

    /// <summary>Under <c>evidence</c>, in the order of the ids.</summary>
    public static IReadOnlyList<(string Id, FindingClass Class)> Classes { get; } =
    [
        (True, FindingClass.FullConsensus),
        (GivenUp, FindingClass.Withdrawn),
        (Insisted, FindingClass.Contested),
        (Minority, FindingClass.FullConsensus),
        (Disputed, FindingClass.PartialConsensus),
        (Unexamined, FindingClass.Contested),
        (Invented, FindingClass.Contested),
    ];

    /// <summary>Everything the three say, in both rounds.</summary>
    public static ScenarioBuilder Scenario() => Scenario(Turn.Votes(GeminiFirst()));

    /// <summary>The same with another turn for gemini's votes of round 1.</summary>
    public static ScenarioBuilder Scenario(JsonObject geminiFirst) => new ScenarioBuilder()
        .Findings(Provider.Anthropic, Answers.Findings(Cause(0.90), Validated(0.93), Guarded(0.91), Labels(), Receipts(0.65), Rounding()))
        .Findings(Provider.Openai, Answers.Findings(Cause(0.95), Validated(0.93), Guarded(0.86), Percents(), Receipts(0.70)))
        .Findings(Provider.Gemini, Answers.Findings(Cause(0.95), Validated(0.88), Guarded(0.91), Receipts(0.70)))
        .Round(
            Provider.Anthropic,
            1,
            Answers.Vote(True, "AGREE", "The range starts at one.", Loop),
            Answers.Vote(Minority, "AGREE", "A tenth is taken for a hundredth.", Percent),
            Answers.Vote(Unexamined, "AGREE", "Sounds right."))
        .Round(
            Provider.Openai,
            1,
            Answers.Vote(Insisted, "DISAGREE", "An empty list is answered two lines above.", Guard),
            Answers.Vote(Minority, "AGREE", "Never asked.", Percent),
            Answers.Vote(Disputed, "DISAGREE", "I do not believe it."))
        .Batch(Provider.Gemini, 1, "", geminiFirst)
        .Round(
            Provider.Anthropic,
            2,
            Answers.Vote(GivenUp, "WITHDRAW", "The check above defeats it."),
            Answers.Vote(Insisted, "WITHDRAW", "The guard answers it."),
            Answers.Vote(Unexamined, "AGREE", "Sounds right."))
        .Round(
            Provider.Openai,
            2,
            Answers.Vote(GivenUp, "WITHDRAW", "Amounts are checked."),
            Answers.Vote(Insisted, "DISAGREE", "The guard still stands there.", Guard),
            Answers.Vote(Unexamined, "AGREE", "As they say."),
            Answers.Vote(Invented, "AGREE", "As they say."))
        .Round(
            Provider.Gemini,
            2,
            Answers.Vote(GivenUp, "DISAGREE", "Every amount is checked before the loop.", Validation),
            Answers.Vote(Insisted, "MAINTAIN", Insisting, At(17, "return total(lines) / len(lines)")),
            Answers.Vote(Invented, "AGREE", "Sounds right."));

    /// <summary>gemini's votes of round 1.</summary>
    public static JsonObject[] GeminiFirst() =>
    [
        Answers.Vote(GivenUp, "DISAGREE", "Every amount is checked before the loop.", Validation),
        Answers.Vote(Minority, "AGREE", "Percent stands over ten.", Percent),
        Answers.Vote(Disputed, "AGREE", "Eight letters are kept.", Letters),
        Answers.Vote(Invented, "AGREE", "Sounds right."),
    ];

    /// <summary>Makes the repository and the brief beside it.</summary>
    public static (TestRepository Repository, string Brief) Create(string root)
    {
        var repository = TestRepository.Create(System.IO.Path.Combine(root, "shop"), (Path, Source), ("README.md", "# Shop\n"));
        var brief = System.IO.Path.Combine(root, "bug.md");
        File.WriteAllText(brief, "# Bills are wrong\n\nCustomers complain about totals, discounts and receipts. Find every cause in the cart module.\n");
        return (repository, brief);
    }

    private static JsonObject Cause(double confidence) => Claim("1", "The loop of total starts at index 1", "The range in total leaves out index 0, so the first entry of a cart costs nothing.", Loop, confidence);

    private static JsonObject Validated(double confidence) => Claim(
        "2", "Amounts are never validated", "Nobody rejects a negative amount before it is multiplied, so refunds can be forged by ordering minus one article.", At(10, "result += lines[i].price * lines[i].amount"), confidence);

    private static JsonObject Guarded(double confidence) => Claim(
        "3", "Empty carts crash the average", "Dividing by the length raises ZeroDivisionError when somebody opens the page with nothing ordered.", At(17, "return total(lines) / len(lines)"), confidence);

    private static JsonObject Percents() => Claim("4", "Discounts are ten times too high", "Five percent are computed as five tenths, which halves the price.", Percent, 0.80);

    private static JsonObject Labels() => Claim("5", "Address labels cut names off", "Only eight letters of a customer survive, so parcels are returned by the carrier.", Letters, 0.75);

    private static JsonObject Receipts(double confidence) => Claim("6", "Receipts hide quantities", "Printed slips show unit prices alone; buyers cannot tell how many pieces they paid.", At(29, "return '\\n'.join(str(line.price) for line in lines)"), confidence);

    private static JsonObject Rounding() => Claim("7", "Cents vanish through floor", "Every subtotal passes math.floor in the tax helper and drops fractions.", Answers.File("shop/tax.py", 3, 3, "return math.floor(subtotal)"), 0.60);

    private static JsonObject Claim(string id, string title, string claim, JsonObject citation, double confidence) => Answers.Finding(id, title, claim, citation.DeepClone().AsObject(), confidence, "major");

    private static JsonObject At(int line, string quote) => Answers.File(Path, line, line, quote);
}
