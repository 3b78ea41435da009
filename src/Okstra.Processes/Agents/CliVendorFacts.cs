using Okstra.Core.Workers;

namespace Okstra.Processes.Agents;

/// <summary>What is constant about one agent CLI.</summary>
public sealed record CliVendorFacts
{
    /// <summary>Driver and worker id: <c>claude</c>, <c>codex</c>, <c>gemini</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Role name: <c>Claude worker</c> (R-CON-37).</summary>
    public required string Role { get; init; }

    /// <summary>Family of its models: <c>anthropic</c>, <c>openai</c>, <c>google</c>.</summary>
    public required string Vendor { get; init; }

    /// <summary>Name looked up on PATH.</summary>
    public required string Command { get; init; }

    /// <summary>Default of an analysis worker (R-WRK-05).</summary>
    public required ModelAssignment DefaultModel { get; init; }

    /// <summary>How parts of its models' names begin: <c>opus</c>, <c>claude</c>, <c>gpt</c>; tells whose CLI runs a model that was only named.</summary>
    public required IReadOnlyList<string> ModelNames { get; init; }

    /// <summary>Signal of a polite stop: 2 = SIGINT, 15 = SIGTERM (cli-contracts §0).</summary>
    public required int StopSignal { get; init; }

    /// <summary>Names, or prefixes ending in <c>*</c>, of variables the CLI needs from the user's environment besides the common ones.</summary>
    public required IReadOnlyList<string> EnvironmentAllowList { get; init; }

    /// <summary>Exceptions to the allow-list: what an enclosing session of the same CLI leaves behind, and switches that would weaken a worker.</summary>
    public IReadOnlyList<string> EnvironmentDenyList { get; init; } = [];

    /// <summary>Variables passed only when the user has switched the matching mode on.</summary>
    public IReadOnlyList<EnvironmentOption> EnvironmentOptions { get; init; } = [];

    /// <summary>Where the user's configuration may name further variables; null when the CLI has no such thing.</summary>
    public VendorConfig? Config { get; init; }

    /// <summary>A resumed session reports what the whole session used, earlier calls included.</summary>
    public bool UsageSpansSession { get; init; }

    /// <summary>How a user gets it, for the reason of a <c>not-run</c>.</summary>
    public required string InstallHint { get; init; }
}
