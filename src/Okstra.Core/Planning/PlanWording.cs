using System.Text.RegularExpressions;
using Okstra.Core.Reports;

namespace Okstra.Core.Planning;

/// <summary>Check 4: nothing can be read in two ways, and what cannot be settled yet is an open question.</summary>
internal static partial class PlanWording
{
    public static void Check(PlanSection plan, PlanFlaws flaws)
    {
        foreach (var step in plan.Steps)
        {
            foreach (var text in (string[])[step.Action, step.Command, step.Expected])
            {
                if (Hedge().Match(text) is { Success: true } hedge)
                {
                    flaws.Add(PlanRule.TwoWays, PlanPlaces.Of(step), hedge.Value.Trim());
                }
            }
        }

        foreach (var check in plan.Checks.Where(check => Abstract().IsMatch(check.Command)))
        {
            flaws.Add(PlanRule.AbstractCheck, $"{PlanPlaces.Checks} {check.Id}", check.Command.Trim());
        }

        foreach (var question in plan.OpenQuestions.Where(question => question is { Blocking: true, Status: "open" }))
        {
            flaws.Add(PlanRule.OpenAndBlocking, $"4.5.9 {question.Id}", question.Id);
        }
    }

    [GeneratedRegex(
        @"\band/or\b|\beither\b[^.]{1,80}\bor\b|\bmaybe\b|\bperhaps\b|\bpossibly\b|\bas (needed|appropriate|required)\b|\b(if|where|when) (necessary|needed|appropriate|applicable)\b|\bor (similar|so)\b|\betc\b|\band so on\b|적절히|적당히|필요\s?시|필요하면|등등|혹은 유사",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Hedge();

    // Nothing in it could be run or seen: "it works", "verify that everything is correct", "정상 동작 확인".
    [GeneratedRegex(
        @"^\s*(please )?((check|verify|ensure|confirm|make sure|test)( that)? )?(it|this|that|everything|all|the (change|fix|feature|code|app|application|system)|functionality|behaviou?r)?\s*(still )?(works?|functions?|is (correct|fine|ok|good|done)|(works?|runs?) (correctly|properly|as expected|fine)|as expected|no (problems?|issues?|regressions?)|looks good)\s*\.?\s*$|^\s*(정상\s?(동작|작동)|문제\s?없)[^`/]{0,20}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Abstract();
}
