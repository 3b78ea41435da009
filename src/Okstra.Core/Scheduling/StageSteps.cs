using System.Globalization;
using System.Text.RegularExpressions;

namespace Okstra.Core.Scheduling;

/// <summary>How many steps stand in each stage; every step counts once.</summary>
/// <param name="ByStage">Number of the stage to its steps.</param>
/// <param name="InNoStage">Steps of the plan that no stage names.</param>
internal sealed partial record StageSteps(IReadOnlyDictionary<int, int> ByStage, int InNoStage)
{
    private const int LongestRange = 200;

    /// <param name="document">The plan.</param>
    /// <param name="steps">Numbers of its steps.</param>
    /// <param name="isLeftOut">Steps that are no work.</param>
    /// <param name="warnings">Gets what is odd.</param>
    public static StageSteps Count(SchedulePlanDocument document, IReadOnlyList<string> steps, Func<string, bool> isLeftOut, List<string> warnings)
    {
        var byStage = new SortedDictionary<int, int>();
        var homes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (part, index) in (document.Plan?.Stages ?? []).Select((part, index) => (part, index)))
        {
            var stage = part?.Stage is > 0 and var number ? number : index + 1;
            var named = (part?.Steps ?? []).SelectMany(text => Named(text, steps)).ToList();
            byStage[stage] = 0;
            if (named.Count == 0)
            {
                warnings.Add($"stage {stage} names no steps, so nothing is known of its effort");
            }

            foreach (var step in named.Distinct(StringComparer.Ordinal))
            {
                if (!homes.TryAdd(step, stage))
                {
                    warnings.Add($"step {step} stands in stage {homes[step]} and in stage {stage}; it counts in the first");
                }
                else if (!isLeftOut(step))
                {
                    byStage[stage]++;
                }
            }
        }

        var homeless = steps.Where(step => !homes.ContainsKey(step) && !isLeftOut(step)).ToList();
        if (homeless.Count > 0 && byStage.Count > 0)
        {
            warnings.Add($"no stage names step {string.Join(", ", homeless)}");
        }

        return new StageSteps(byStage, homeless.Count);
    }

    // "3", "3. Write the failing test", "1-3"
    private static IEnumerable<string> Named(string text, IReadOnlyList<string> steps)
    {
        var name = text.Trim();
        if (steps.Contains(name, StringComparer.Ordinal) || name.Length == 0)
        {
            return name.Length == 0 ? [] : [name];
        }

        if (Range().Match(name) is { Success: true } range && int.TryParse(range.Groups["from"].Value, out var from) && int.TryParse(range.Groups["to"].Value, out var to) && to >= from && to - from < LongestRange)
        {
            return Enumerable.Range(from, to - from + 1).Select(number => number.ToString(CultureInfo.InvariantCulture));
        }

        return Lead().Match(name) is { Success: true } lead && steps.Contains(lead.Groups["step"].Value, StringComparer.Ordinal) ? [lead.Groups["step"].Value] : [name];
    }

    [GeneratedRegex(@"^(steps? )?(?<from>[0-9]{1,4}) ?[-–] ?(?<to>[0-9]{1,4})$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Range();

    [GeneratedRegex(@"^(step )?(?<step>[0-9A-Za-z]+(\.[0-9]+)*)([.:)]| -)? ", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Lead();
}
