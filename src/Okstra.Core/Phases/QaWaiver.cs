using System.Text.RegularExpressions;
using Okstra.Core.Problems;
using Okstra.Core.Text;

namespace Okstra.Core.Phases;

/// <summary>The user's waiver of one stage's conformance (R-CLI-033, R-OPN-70).</summary>
/// <param name="StageKey"><c>&lt;task-id&gt;-stage-&lt;N&gt;</c>.</param>
/// <param name="Reason">Why, in the user's words.</param>
public sealed partial record QaWaiver(string StageKey, string Reason)
{
    // shop-12-stage-2:no database on this machine: see DEV-9436
    /// <exception cref="UserErrorException">Not <c>&lt;stageKey&gt;:&lt;reason&gt;</c>.</exception>
    public static QaWaiver Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (key, reason) = colon < 0 ? (text.Trim(), "") : (text[..colon].Trim(), text[(colon + 1)..].Trim());
        return StageKeyForm().IsMatch(key) && reason.Length > 0
            ? new QaWaiver(key, reason)
            : throw new UserErrorException("OKS0756", $"--qa-waiver '{SafeText.OneLine(text, 120)}' is malformed", "write <task-id>-stage-<N>:<reason>, both parts filled, or leave the option out");
    }

    [GeneratedRegex(@"^\S+-stage-[1-9][0-9]*$", RegexOptions.NonBacktracking)]
    private static partial Regex StageKeyForm();
}
