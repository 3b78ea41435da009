using Okstra.Core.Usage.Bills;

namespace Okstra.Cli.Output;

/// <summary>Answer of <c>okstra usage --json</c>.</summary>
/// <param name="Projects">Roots of the projects that were read, absolute.</param>
/// <param name="TaskKey">The one task, or null.</param>
/// <param name="Since">First day, or null.</param>
/// <param name="Until">Last day, or null.</param>
/// <param name="Bill">The figures.</param>
internal sealed record UsageAnswer(IReadOnlyList<string> Projects, string? TaskKey, string? Since, string? Until, Bill Bill);
