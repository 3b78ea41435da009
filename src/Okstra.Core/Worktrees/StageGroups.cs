using System.Globalization;
using Okstra.Core.Problems;

namespace Okstra.Core.Worktrees;

/// <summary>Sets of stages: lists such as <c>2,3</c> on the command line and ids such as <c>2-3</c> in keys (R-OPN-12).</summary>
public static class StageGroups
{
    /// <summary>More stages than any plan has; keeps ids short enough for file names.</summary>
    public const int HighestStage = 999;

    private const int MostStages = 50;

    /// <summary>Reads <c>2,3</c> or <c>2-3</c>; ascending, without repetitions.</summary>
    /// <exception cref="UserErrorException">Empty, or something in it is no stage number.</exception>
    public static IReadOnlyList<int> Parse(string text)
    {
        var parts = text.Split([',', '-'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var numbers = parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Distinct().Order().ToList();
        return numbers is [>= 1, ..] && numbers[^1] <= HighestStage && numbers.Count <= MostStages
            ? numbers
            : throw new UserErrorException("OKS0602", $"'{text}' is not a list of stages", "write stage numbers joined by commas, such as 2,3");
    }

    /// <summary>Reads one number.</summary>
    /// <exception cref="UserErrorException">It is none, or there are several.</exception>
    public static int Single(string text) => Parse(text) is [var only]
        ? only
        : throw new UserErrorException("OKS0602", $"'{text}' is not one stage", "write one stage number");

    /// <summary>Ascending numbers joined by <c>-</c>.</summary>
    public static string IdOf(IEnumerable<int> stages) => string.Join('-', stages.Distinct().Order().Select(stage => stage.ToString(CultureInfo.InvariantCulture)));

    internal static bool TryParseId(string id, out IReadOnlyList<int> stages)
    {
        stages = [];
        try
        {
            stages = Parse(id);
        }
        catch (UserErrorException)
        {
            return false;
        }

        return IdOf(stages) == id;
    }
}
