using System.Text.RegularExpressions;

namespace Okstra.Core.Auditing;

/// <summary>Finds the distinctive words of a report's prose.</summary>
internal static class WordParser
{
    private const int Most = 40;

    private static readonly Regex Word = new("[A-Za-z][A-Za-z0-9_]{2,39}", RegexOptions.NonBacktracking);

    private static readonly Regex Link = new(@"https?://[^\s)>\]]+", RegexOptions.NonBacktracking);

    private static readonly HashSet<string> Stop = new(
        ("""
        the and for not with from this that these those there their then than when where which while what who why how have has had having been being are was were will would should could can cannot
        does did done doing but also only just even still some any all each every more most much many few other another same such own too very into onto over under about after before between because
        you your yours they them our ours its his her she him out off here via per may might must shall let lets make makes made like want wants need needs using use used uses user users get gets got
        give gives gave see sees seen show shows shown look looks looking seems seem think know way ways thing things something anything nothing everything one two three first second last next new old
        issue issues bug bugs report reports reported reproduce reproduction steps step expected expect actual actually behavior behaviour result results output outputs environment version versions
        example examples code sample snippet following below above please thanks thank hello hi hey fix fixed fixes fixing problem problems work works working worked fail fails failed failing failure error errors
        exception exceptions trace traceback stack call calls called calling return returns returned run runs running ran set sets value values type types function functions method methods class classes
        file files line lines test tests testing case cases change changes changed add added adds adding remove removed instead without within however though since until already always never again
        true false null none yes also current currently latest release master main branch commit pull request merge merged docs documentation windows linux macos ubuntu debian python java node npm
        try tries tried trying happen happens happened happening cause causes caused causing correct correctly incorrect incorrectly wrong possible able unable different specific certain right proper properly
        """).Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    public static IReadOnlyList<Term> Parse(IReadOnlyList<BriefLine> lines, HashSet<int> frames)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            if (frames.Contains(index))
            {
                continue;
            }

            var weight = line.IsTitle ? 3.0 : line.IsCode ? 0.25 : 1.0;
            foreach (Match match in Word.Matches(Link.Replace(line.Text, " ")))
            {
                foreach (var word in Identifiers.Words(match.Value).Where(word => word.Length >= 3 && !Stop.Contains(word) && !word.All(char.IsDigit)))
                {
                    var known = weights.GetValueOrDefault(word);
                    weights[word] = known + (weight / (1 + known));
                }
            }
        }

        return [.. weights.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(Most).Select(entry => new Term(entry.Key, entry.Value))];
    }
}
