namespace Okstra.Engine.Preparation;

/// <summary>Labels of <c>render-bundle</c> that callers parse (R-CLI-038, R-CLI-103).</summary>
public static class BundleLabels
{
    public const string TaskRoot = "okstra task root:";

    public const string InstructionSet = "okstra instruction-set:";

    public const string ConcurrentStages = "okstra concurrent-run stages:";

    /// <summary>What <c>render-bundle</c> prints: the labelled lines, then the complete lead prompt. The line about concurrent runs is there only when there are any (R-CLI-039).</summary>
    public static string Render(RunBundle bundle, string leadPrompt)
    {
        var concurrent = bundle.ConcurrentStages.Count == 0 ? "" : $"{ConcurrentStages} {string.Join(',', bundle.ConcurrentStages)}\n";
        return $"{TaskRoot} {bundle.Task.Root}\n{concurrent}{InstructionSet} {bundle.Layout.InstructionSet}\n{leadPrompt}";
    }
}
