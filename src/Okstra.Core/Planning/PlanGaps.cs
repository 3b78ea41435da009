using System.Text.RegularExpressions;
using Okstra.Core.Reports;

namespace Okstra.Core.Planning;

/// <summary>Check 2: nothing is left to be filled in later (R-PHS-035).</summary>
internal static partial class PlanGaps
{
    // What nobody can know before the work is done.
    private static readonly string[] NotYetKnown = ["<commit>", "<commits>", "<sha>", "<hash>", "<merge commit>", "<merge-commit>"];

    public static void Check(PlanSection plan, PlanFlaws flaws)
    {
        foreach (var (place, text) in Texts(plan))
        {
            if (Found(text) is { } gap)
            {
                flaws.Add(PlanRule.Placeholder, place, gap);
            }
        }

        foreach (var (place, cell, text) in Needed(plan).Where(cell => string.IsNullOrWhiteSpace(cell.Text)))
        {
            flaws.Add(PlanRule.EmptyCell, place, cell);
        }
    }

    /// <summary>The placeholder a text holds; null when it holds none. What stands in backticks or quotes is spoken of, not left open.</summary>
    private static string? Found(string text) => Gap().Matches(Quoted().Replace(text, " ")).Select(match => match.Value.Trim()).FirstOrDefault(gap => !NotYetKnown.Contains(gap, StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<(string Place, string Text)> Texts(PlanSection plan)
    {
        foreach (var option in plan.Options)
        {
            yield return (PlanPlaces.Of(option), option.Name);
            yield return (PlanPlaces.Of(option), option.Summary);
        }

        foreach (var row in plan.TradeOffs)
        {
            foreach (var text in (string[])[row.Complexity, row.Risk, row.BlastRadius, row.Testability, row.Effort])
            {
                yield return (PlanPlaces.Of(row), text);
            }
        }

        foreach (var text in plan.Recommended is { } choice ? [choice.Option, choice.Reason, choice.Basis, choice.Rejected] : Array.Empty<string>())
        {
            yield return (PlanPlaces.Recommended, text);
        }

        foreach (var step in plan.Steps)
        {
            foreach (var text in (string[])[step.Action, step.Command, step.Expected, .. step.Files])
            {
                yield return (PlanPlaces.Of(step), text);
            }
        }

        foreach (var stage in plan.Stages)
        {
            foreach (var text in (string[])[stage.Title, stage.Conformance])
            {
                yield return (PlanPlaces.Of(stage), text);
            }
        }

        foreach (var row in plan.Dependencies)
        {
            foreach (var text in (string[])[row.Item, row.Impact, row.Mitigation])
            {
                yield return ($"4.5.5 {row.Id}", text);
            }
        }

        foreach (var check in plan.Checks)
        {
            foreach (var text in (string[])[check.Command, check.Expected])
            {
                yield return ($"{PlanPlaces.Checks} {check.Id}", text);
            }
        }

        foreach (var row in plan.Rollback)
        {
            foreach (var text in (string[])[row.Step, row.Action, row.Trigger, row.Verify])
            {
                yield return ($"{PlanPlaces.Rollback} {row.Id}", text);
            }
        }
    }

    // A step needs what to do, how it shows, and where or by which command.
    private static IEnumerable<(string Place, string Cell, string Text)> Needed(PlanSection plan) =>
    [
        .. plan.Options.Select(option => ("4.5.1", "name", option.Name)),
        .. plan.Steps.SelectMany(step => ((string, string, string)[])[
            (PlanPlaces.Of(step), "action", step.Action), (PlanPlaces.Of(step), "expected", step.Expected), (PlanPlaces.Of(step), "files, command", step.Files.Count > 0 ? "files" : step.Command)]),
        .. plan.Stages.Select(stage => (PlanPlaces.Of(stage), "conformance", stage.Conformance)),
        .. plan.Checks.Select(check => ($"{PlanPlaces.Checks} {check.Id}", "command", check.Command)),
        .. plan.Rollback.SelectMany(row => ((string, string, string)[])[($"{PlanPlaces.Rollback} {row.Id}", "action", row.Action), ($"{PlanPlaces.Rollback} {row.Id}", "trigger", row.Trigger)]),
    ];

    // TBD, TODO: …, FIXME, ???, <path>, {{FIELD}}, "to be decided", 미정
    [GeneratedRegex(
        @"\bTBD\b|\bTBC\b|\bTODO\b|\bFIXME\b|\bXXX\b|\?{3,}|\{\{[^{}]{0,80}\}\}|<[A-Za-z][A-Za-z0-9 _-]{0,60}>|\bto be (decided|defined|determined|confirmed|discussed)\b|\b(decide|figure out) later\b|^\s*(\.{3}|…|-|n/?a)\s*$|미정|추후 (결정|논의|확인|작성)|나중에 (결정|작성|확인)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Gap();

    [GeneratedRegex("`[^`]*`|\"[^\"]*\"|'[^']*'|“[^”]*”", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}
