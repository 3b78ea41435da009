using Okstra.Core.Text;

namespace Okstra.Core.Planning;

/// <summary>Collects flaws; one that was said already is not said again.</summary>
internal sealed class PlanFlaws(ReportTexts texts)
{
    private readonly List<PlanFlaw> _all = [];

    /// <summary>In the order of the rules, and within a rule in that of the plan.</summary>
    public IReadOnlyList<PlanFlaw> All => [.. _all.OrderBy(flaw => flaw.Rule, StringComparer.Ordinal)];

    public void Add(PlanRule rule, string place, params object[] values)
    {
        var flaw = new PlanFlaw(rule.Id, place, texts.Format($"plan.{rule.Id}", values), rule.Blocking);
        if (!_all.Contains(flaw))
        {
            _all.Add(flaw);
        }
    }
}
