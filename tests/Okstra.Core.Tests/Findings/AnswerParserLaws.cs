using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Findings;
using Okstra.Core.Text;

namespace Okstra.Core.Tests.Findings;

/// <summary>Agents' text is hostile: whatever it is, parsing ends with an answer or a Problem.</summary>
public sealed class AnswerParserLaws
{
    private static readonly string[] Splinters =
        ["{", "}", "[", "]", "\"", "\\", "\\ud800", "\ud800", "```", "```json\n", "\n", ":", ",", "null", "1e999", "-1", "\u001b[", "\u001b]", "\0", "\u202e", "true", "\"kind\"", "99999999999999999999"];

    [Fact]
    public void Parser_never_throws_on_arbitrary_text() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        TryBoth(text ?? "");
        TryBoth("{" + text);
        TryBoth("```json\n{" + text + "}\n```");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Parser_never_throws_on_a_mutated_answer() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var text = random.Next(2) == 0 ? Wire.Findings : Wire.Votes;
        for (var mutation = 0; mutation < random.Next(1, 6); mutation++)
        {
            var at = random.Next(text.Length);
            text = random.Next(3) switch
            {
                0 => text[..at],
                1 => text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at)),
                _ => text.Insert(at, Splinters[random.Next(Splinters.Length)]),
            } + " ";
        }

        TryBoth(text);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Answer_cut_off_anywhere_is_refused()
    {
        for (var length = 1; length < Wire.Findings.Length; length++)
        {
            Assert.False(AnswerParser.TryParseFindings(Wire.Findings[..length], FindingsContext.None, out _, out var problem));
            Assert.Equal("OKS0304", problem.Code);
        }
    }

    [Fact]
    public void Cleaned_text_holds_no_control_or_direction_characters_and_stays_as_it_is() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var text = string.Concat(Enumerable.Range(0, 40).Select(_ => random.Next(3) == 0 ? Splinters[random.Next(Splinters.Length)] : ((char)random.Next(0x2100)).ToString()));

        var clean = SafeText.Clean(text);

        Assert.DoesNotContain(clean, character => (char.IsControl(character) && character is not ('\n' or '\t')) || character is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069');
        Assert.Equal(clean, SafeText.Clean(clean));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static void TryBoth(string text)
    {
        Assert.Equal(AnswerParser.TryParseFindings(text, FindingsContext.None, out var findings, out var problem), findings is not null);
        Assert.Equal(findings is null, problem is not null);
        Assert.Equal(AnswerParser.TryParseVotes(text, new FindingsContext(text), out var votes, out problem), votes is not null);
        Assert.Equal(votes is null, problem is not null);
    }
}
