namespace Okstra.Core.Reports;

/// <summary>A row of 4.5.6.</summary>
/// <param name="Id"><c>V-001</c>, …</param>
/// <param name="Phase"><c>pre</c>, <c>mid</c> or <c>post</c>.</param>
/// <param name="Command">Exact command or observable.</param>
/// <param name="Expected">What it shows.</param>
public sealed record PlanCheck(string Id, string Phase, string Command, string Expected);
